package io.shuke.gateway.wechat.callback;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a decrypted message once, flat and bounded: no deeper than 16, no DOCTYPE, no entities. Only what passed here is
 * ever shown to WxJava, whose parser answers deep nesting with a StackOverflowError.
 *
 * <p>On the way it writes the message in one canonical form, names and trimmed values in their order. Its hash is the key
 * of an event: WeChat gives events no id, and sender and second alone would take two different results of one second for
 * one. A message has an id, unique for its sender only.
 */
final class MessageReader {

    static final int DEEPEST = 16;

    private static final Set<String> ONCE =
            Set.of("ToUserName", "FromUserName", "CreateTime", "MsgType", "MsgId", "Event", "EventKey", "Content");
    private static final ThreadLocal<XMLInputFactory> XML = ThreadLocal.withInitial(MessageReader::factory);
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(65_536)
                    .maxNumberLength(64)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final StringBuilder canonical = new StringBuilder(512);
    private final Map<String, String> fields = new HashMap<>();

    private MessageReader() {}

    static Message read(String text) {
        var reader = new MessageReader();
        try {
            if (text.stripLeading().startsWith("{")) {
                reader.readJson(text);
            } else {
                reader.readXml(withoutControls(text));
            }
        } catch (XMLStreamException | JacksonException broken) {
            throw CallbackRefusal.malformed();
        }
        return new Message(text, reader.fields, reader.key());
    }

    static JsonParser json(String text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    private byte[] key() {
        var id = fields.getOrDefault("MsgId", "");
        if (id.isEmpty() || fields.containsKey("Event")) {
            return Signature.sha256(canonical.toString());
        }
        return Signature.sha256("message\n" + fields.getOrDefault("FromUserName", "") + "\n" + id);
    }

    private void readXml(String text) throws XMLStreamException {
        var xml = XML.get().createXMLStreamReader(new StringReader(text));
        var value = new StringBuilder();
        var depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST || depth == 1 && !xml.getLocalName().equals("xml")) {
                        throw CallbackRefusal.malformed();
                    }
                    text(value);
                    canonical.append('<').append(xml.getLocalName()).append('>');
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(xml, value);
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == 2) {
                        field(xml.getLocalName(), value.toString().strip());
                    }
                    text(value);
                    canonical.append("</>");
                    depth--;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw CallbackRefusal.malformed();
                default -> {}
            }
        }
        xml.close();
    }

    private static void append(XMLStreamReader xml, StringBuilder value) {
        value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** Written with its length, so that no value can look like the structure around it. */
    private void text(StringBuilder value) {
        var trimmed = value.toString().strip();
        if (!trimmed.isEmpty()) {
            canonical.append(trimmed.length()).append(':').append(trimmed);
        }
        value.setLength(0);
    }

    private void readJson(String text) {
        var closed = false;
        try (var parser = json(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (closed) {
                    throw CallbackRefusal.malformed();
                }
                switch (token) {
                    case START_OBJECT -> canonical.append('{');
                    case END_OBJECT -> {
                        canonical.append('}');
                        closed = depth(parser) == 0;
                    }
                    case START_ARRAY -> canonical.append('[');
                    case END_ARRAY -> canonical.append(']');
                    case PROPERTY_NAME -> {
                        var name = parser.currentName();
                        canonical.append(name.length()).append('=').append(name);
                    }
                    default -> {
                        var value = Objects.requireNonNullElse(parser.getString(), "")
                                .strip();
                        canonical.append(value.length()).append(':').append(value);
                        if (depth(parser) == 1 && parser.currentName() != null) {
                            field(parser.currentName(), value);
                        }
                    }
                }
            }
        }
    }

    private static int depth(JsonParser parser) {
        return parser.streamReadContext().getNestingDepth();
    }

    private void field(String name, String value) {
        if (fields.put(name, value) != null && ONCE.contains(name)) {
            throw CallbackRefusal.malformed();
        }
    }

    /** People can send characters that XML has no way to write; they must not make their message unreadable. */
    static String withoutControls(String text) {
        var clean = (StringBuilder) null;
        for (int i = 0; i < text.length(); i++) {
            var each = text.charAt(i);
            if (each < ' ' && each != '\n' && each != '\r' && each != '\t' || each >= '\uFFFE') {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, ' ');
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // The JDK's own: a new reader costs more than the reading. Each thread has its factory, so nothing is shared.
        factory.setProperty("reuse-instance", true);
        return factory;
    }
}
