package io.shuke.gateway.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PosterTest {

    private static final String LINK = "https://shop.example/h5/?shop=314159265358979323&invite=23456789";

    @Test
    void isAPictureFromWhichAPhoneReadsTheLink() throws IOException, NotFoundException {
        var picture = ImageIO.read(new ByteArrayInputStream(Poster.of(LINK)));

        assertThat(picture.getWidth()).isEqualTo(Poster.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(Poster.HEIGHT);
        var pixels = picture.getRGB(0, 0, Poster.WIDTH, Poster.HEIGHT, null, 0, Poster.WIDTH);
        var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(Poster.WIDTH, Poster.HEIGHT, pixels)));
        assertThat(new QRCodeMultiReader().decodeMultiple(seen)[0].getText()).isEqualTo(LINK);
    }
}
