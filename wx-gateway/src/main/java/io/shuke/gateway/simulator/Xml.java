package io.shuke.gateway.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML as WeChat writes it: texts in CDATA, numbers bare, a list as the same element again and again. */
final class Xml {

    private Xml() {}

    static String write(Map<String, Object> fields) {
        var xml = new StringBuilder("<xml>");
        fields.forEach((name, value) -> append(xml, name, value));
        return xml.append("</xml>").toString();
    }

    private static void append(StringBuilder xml, String name, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(one -> append(xml, name, one));
            return;
        }
        xml.append('<').append(name).append('>');
        if (value instanceof Map<?, ?> nested) {
            nested.forEach((inner, content) -> append(xml, (String) inner, content));
        } else if (value instanceof Number) {
            xml.append(value);
        } else {
            xml.append("<![CDATA[")
                    .append(value.toString().replace("]]>", "]]]]><![CDATA[>"))
                    .append("]]>");
        }
        xml.append("</").append(name).append('>');
    }

    /** The elements below the root by name, elements further down by their path ({@code Image/MediaId}); the first wins. */
    static Map<String, String> read(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var fields = new LinkedHashMap<String, String>();
            collect(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement(), "", fields);
            return fields;
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException("no XML", broken);
        }
    }

    private static void collect(Element element, String path, Map<String, String> into) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                var name = path + inner.getTagName();
                into.putIfAbsent(name, inner.getTextContent());
                collect(inner, name + "/", into);
            }
        }
    }
}
