package io.shuke.journey;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A text anywhere in the body, such as {@code /code/value}; empty when there is none. */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    /** The refusal's stable word, empty when the body is no refusal. */
    public String code() {
        return contentType().startsWith("application/problem+json") ? at("/code") : "";
    }

    public String contentType() {
        return header("Content-Type");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
