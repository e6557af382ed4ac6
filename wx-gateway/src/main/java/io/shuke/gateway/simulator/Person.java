package io.shuke.gateway.simulator;

/** Somebody with a phone and WeChat on it. */
record Person(String id, String nickname, String phone) {

    String unionid() {
        return Openids.unionid(id);
    }

    String openid(String appid) {
        return Openids.openid(appid, id);
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
