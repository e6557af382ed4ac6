package io.shuke.marketing.push;

import java.util.function.UnaryOperator;

/** One thing said in a conversation. */
public sealed interface Saying {

    Saying with(UnaryOperator<String> change);

    record Text(String text) implements Saying {

        public Text {
            PushRefusal.refuseUnless(!text.isBlank() && text.length() <= 600, "文字消息在 1 到 600 个字之间");
        }

        @Override
        public Text with(UnaryOperator<String> change) {
            return new Text(change.apply(text));
        }
    }

    /** @param media the provider's id of what was uploaded to it before */
    record Picture(String media) implements Saying {

        public Picture {
            PushRefusal.refuseUnless(!media.isBlank(), "请先选择图片");
        }

        @Override
        public Picture with(UnaryOperator<String> change) {
            return this;
        }
    }

    record Video(String media, String title) implements Saying {

        public Video {
            PushRefusal.refuseUnless(!media.isBlank(), "请先选择视频");
        }

        @Override
        public Video with(UnaryOperator<String> change) {
            return new Video(media, change.apply(title));
        }
    }

    /** A card that opens a page of the mini-program. */
    record Page(String title, String miniProgram, String path, String cover) implements Saying {

        public Page {
            PushRefusal.refuseUnless(!title.isBlank() && !path.isBlank(), "小程序卡片要有标题和页面");
        }

        @Override
        public Page with(UnaryOperator<String> change) {
            return new Page(change.apply(title), miniProgram, path, cover);
        }
    }
}
