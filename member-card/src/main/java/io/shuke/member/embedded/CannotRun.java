package io.shuke.member.embedded;

/** Why the servers cannot run here, in words for the person who started the application, and what to do about it. */
final class CannotRun extends RuntimeException {

    static final String USE_YOUR_OWN = """
            请使用自己的数据库：设置 DB_URL、DB_USER、DB_PASSWORD 和 REDIS_URL，并且不要启用 embedded 配置。
            Use servers of your own: set DB_URL, DB_USER, DB_PASSWORD and REDIS_URL, and leave the profile "embedded" out.""";

    private final String remedy;

    CannotRun(String why, String remedy) {
        super(why);
        this.remedy = remedy;
    }

    CannotRun(String why, String remedy, Throwable cause) {
        super(why, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
