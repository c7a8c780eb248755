package io.huiyin.server.file;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Word documents (ISO/IEC 29500): the package is written anew part by part. Who wrote it, changed it and commented on it goes;
 * what runs, what is a file of its own and what is fetched from elsewhere is not taken.
 */
@Component
class WordDocuments implements Cleaning {

    private static final String TYPES = "[Content_Types].xml";
    private static final String TEXT = "word/document.xml";

    /** Pictures are taken as far as their metadata can be taken out. */
    private static final Set<String> PHOTOGRAPHS = Set.of("jpg", "jpeg", "jpe");

    @Override
    public FileKind kind() {
        return FileKind.DOCX;
    }

    @Override
    public byte[] clean(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = Zips.unpack(bytes);
        if (!parts.containsKey(TYPES) || !parts.containsKey(TEXT)) throw new IOException("no Word document");
        Map<String, byte[]> clean = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet())
            if (!dropped(part.getKey())) clean.put(part.getKey(), clean(part.getKey(), part.getValue()));
        return Zips.pack(clean);
    }

    /** About the document and the people at it, and hidden data beside it. Word opens a document without them. */
    static boolean dropped(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("docprops/")
                || lower.contains("customxml/")
                || lower.endsWith("/people.xml")
                || lower.equals("people.xml");
    }

    private static byte[] clean(String path, byte[] part) throws IOException {
        String lower = path.toLowerCase(Locale.ROOT);
        String ending = FileKind.ending(lower);
        if (lower.contains("vba") || lower.contains("activex") || lower.contains("customui"))
            throw new Unfit("file.refused.macro");
        if (ending.equals("xml") || ending.equals("rels")) return WordPart.clean(part);
        if (PHOTOGRAPHS.contains(ending)) return Segments.jpeg(part);
        if (ending.equals("png")) return Segments.png(part);
        throw new Unfit("file.refused.inside", ending.matches("[a-z0-9]{1,8}") ? ending : "?");
    }
}
