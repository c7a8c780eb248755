package io.huiyin.server.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;

/** One XML part of a Word document, event by event: everything is copied but what says who, and what leads elsewhere. */
final class WordPart {

    private static final XMLInputFactory READERS = readers();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    /** Who changed or commented on something, and when (17.13); Word needs them to be there, so they are emptied. */
    private static final Set<String> BY_WHOM = Set.of("author", "initials", "userId", "providerId");

    private static final Set<String> WHEN = Set.of("date", "dateUtc");

    /** The template on somebody's disk (17.15.1.6), and the numbers of editing sessions (17.15.1.72). */
    private static final Set<String> DROPPED = Set.of("attachedTemplate", "rsids");

    /** Fields that fetch or run something (17.16.5), found across the pieces into which Word cuts them. */
    private static final Pattern FETCHING =
            Pattern.compile("\\b(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DATABASE|MACROBUTTON)\\b");

    private final XMLEventReader in;
    private final XMLEventWriter out;
    private final StringBuilder fields = new StringBuilder();
    private boolean inField;

    private WordPart(XMLEventReader in, XMLEventWriter out) {
        this.in = in;
        this.out = out;
    }

    /**
     * @throws Unfit it fetches or runs something
     * @throws IOException it is no XML, or declares entities
     */
    static byte[] clean(byte[] part) throws IOException {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(part.length);
        try {
            XMLEventReader in = READERS.createXMLEventReader(new ByteArrayInputStream(part));
            XMLEventWriter out = WRITERS.createXMLEventWriter(clean, "UTF-8");
            new WordPart(in, out).copy();
            out.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return clean.toByteArray();
    }

    private void copy() throws XMLStreamException {
        while (in.hasNext()) {
            XMLEvent event = in.nextEvent();
            switch (event.getEventType()) {
                case XMLEvent.DTD, XMLEvent.ENTITY_REFERENCE -> throw new XMLStreamException("entities");
                case XMLEvent.START_DOCUMENT -> out.add(EVENTS.createStartDocument("UTF-8", "1.0", true));
                case XMLEvent.COMMENT, XMLEvent.PROCESSING_INSTRUCTION -> {}
                case XMLEvent.START_ELEMENT -> start(event.asStartElement());
                case XMLEvent.END_ELEMENT -> {
                    inField &= !event.asEndElement().getName().getLocalPart().equals("instrText");
                    out.add(event);
                }
                case XMLEvent.CHARACTERS -> {
                    if (inField) fields.append(event.asCharacters().getData());
                    out.add(event);
                }
                default -> out.add(event);
            }
        }
        if (FETCHING.matcher(fields).find()) throw new Unfit("file.refused.fetches");
    }

    private void start(StartElement element) throws XMLStreamException {
        String name = element.getName().getLocalPart();
        if (DROPPED.contains(name) || name.equals("Relationship") && gone(element) || override(element)) {
            skip();
            return;
        }
        inField = name.equals("instrText");
        if (name.equals("fldSimple"))
            fields.append(' ').append(value(element, "instr")).append(' ');
        // a field's pieces run together; a new field begins with a fldChar
        if (name.equals("fldChar")) fields.append(' ');
        if (value(element, "ContentType").contains("macroEnabled")) throw new Unfit("file.refused.macro");
        out.add(EVENTS.createStartElement(element.getName(), attributes(element), element.getNamespaces()));
    }

    /** The type of a part that is not there any more. */
    private static boolean override(StartElement element) {
        return element.getName().getLocalPart().equals("Override") && WordDocuments.dropped(value(element, "PartName"));
    }

    /** A way to a part that is not there any more. One that leads out of the document is refused unless it is only a link. */
    private static boolean gone(StartElement relationship) {
        if (WordDocuments.dropped(value(relationship, "Target"))) return true;
        if (!external(relationship)) return false;
        if (kind(relationship).equals("attachedTemplate")) return true;
        if (!link(relationship)) throw new Unfit("file.refused.fetches");
        return false;
    }

    private static boolean external(StartElement relationship) {
        return value(relationship, "TargetMode").equalsIgnoreCase("External");
    }

    private static boolean link(StartElement relationship) {
        return kind(relationship).equals("hyperlink");
    }

    private static String kind(StartElement relationship) {
        return value(relationship, "Type").replaceFirst(".*/", "");
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            XMLEvent event = in.nextEvent();
            if (event.isStartElement()) depth++;
            if (event.isEndElement()) depth--;
        }
    }

    private static Iterator<Attribute> attributes(StartElement element) {
        boolean leadsOut =
                element.getName().getLocalPart().equals("Relationship") && external(element) && link(element);
        List<Attribute> kept = new ArrayList<>();
        element.getAttributes().forEachRemaining(attribute -> {
            Attribute clean = leadsOut && attribute.getName().getLocalPart().equals("Target")
                    ? EVENTS.createAttribute(attribute.getName(), "about:blank")
                    : clean(attribute);
            if (clean != null) kept.add(clean);
        });
        return kept.iterator();
    }

    private static @Nullable Attribute clean(Attribute attribute) {
        QName name = attribute.getName();
        // without a namespace an attribute is not Word's own
        if (name.getNamespaceURI().isEmpty()) return attribute;
        if (BY_WHOM.contains(name.getLocalPart())) return EVENTS.createAttribute(name, "");
        return name.getLocalPart().startsWith("rsid") || WHEN.contains(name.getLocalPart()) ? null : attribute;
    }

    private static String value(StartElement element, String name) {
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute one = all.next();
            if (one.getName().getLocalPart().equals(name)) return one.getValue();
        }
        return "";
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
