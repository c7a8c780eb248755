package io.huiyin.server.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * PDF: every object that the pages reach is looked at. Who wrote it, when and with what goes, and so does all that acts by
 * itself or leads elsewhere: scripts, programs, addresses, files inside. What is left is written anew (ISO 32000-2).
 */
@Component
class Portables implements Cleaning {

    /** Entries that go wherever they stand: about the document, actions without a click, files and scripts. */
    private static final Set<String> DROPPED = Set.of(
            "Metadata",
            "PieceInfo",
            "LastModified",
            "AA",
            "OpenAction",
            "JS",
            "JavaScript",
            "EmbeddedFiles",
            "AF",
            "EF",
            "RF",
            "XFA",
            "Collection",
            "RichMediaContent",
            "Renditions",
            "SpiderInfo",
            "URLS",
            "OPI",
            "Ref",
            "Alternates");

    /** Actions that stay: to a place in the document itself. */
    private static final Set<String> HARMLESS = Set.of("GoTo", "Named");

    /** All kinds of actions (12.6.4), by which they are known where no Type says so. */
    private static final Set<String> ACTIONS = Set.of(
            "GoTo",
            "GoToR",
            "GoToE",
            "GoToDp",
            "Launch",
            "Thread",
            "URI",
            "Sound",
            "Movie",
            "Hide",
            "Named",
            "SubmitForm",
            "ResetForm",
            "ImportData",
            "SetOCGState",
            "Rendition",
            "Trans",
            "GoTo3DView",
            "JavaScript",
            "RichMediaExecute");

    /** Annotations that carry a file, a film or a sound. */
    private static final Set<String> CARRIERS =
            Set.of("FileAttachment", "Sound", "Movie", "Screen", "3D", "RichMedia", "Projection");

    /** Of a note on a page: who wrote it and when. */
    private static final List<String> BY_WHOM = List.of("T", "M", "CreationDate", "NM");

    @Override
    public FileKind kind() {
        return FileKind.PDF;
    }

    @Override
    public byte[] clean(byte[] bytes) throws IOException {
        PdfBombs.refuse(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) throw new Unfit("file.refused.locked");
            if (document.getNumberOfPages() == 0) throw new IOException("no page");
            COSDictionary trailer = document.getDocument().getTrailer();
            trailer.removeItem(COSName.INFO);
            trailer.removeItem(COSName.ID);
            clean(trailer);
            ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length);
            document.save(clean);
            return clean.toByteArray();
        } catch (InvalidPasswordException locked) {
            throw new Unfit("file.refused.locked");
        }
    }

    private static void clean(COSDictionary trailer) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(trailer);
        while (!open.isEmpty()) {
            COSBase one = resolved(open.pop());
            if (one == null || !seen.add(one)) continue;
            if (one instanceof COSDictionary dictionary) {
                clean(dictionary, open);
            } else if (one instanceof COSArray array) {
                for (int i = array.size() - 1; i >= 0; i--) {
                    if (leads(resolved(array.get(i)))) array.remove(i);
                    else open.push(array.get(i));
                }
            }
        }
    }

    private static void clean(COSDictionary dictionary, Deque<COSBase> open) throws IOException {
        for (COSName name : List.copyOf(dictionary.keySet()))
            if (DROPPED.contains(name.getName()) || leads(dictionary.getDictionaryObject(name)))
                dictionary.removeItem(name);
        if (annotation(dictionary) && !"Widget".equals(dictionary.getNameAsString(COSName.SUBTYPE)))
            for (String said : BY_WHOM) dictionary.removeItem(COSName.getPDFName(said));
        if (dictionary instanceof COSStream stream) {
            // a stream whose content lies in a file elsewhere (7.3.8.2)
            stream.removeItem(COSName.F);
            if (photograph(stream)) strip(stream);
        }
        open.addAll(dictionary.getValues());
    }

    /** Whether it acts, other than turning to a place in the document, or carries something that does. */
    private static boolean leads(@Nullable COSBase value) {
        if (!(value instanceof COSDictionary dictionary)) return false;
        String action = dictionary.getNameAsString(COSName.S);
        if (action != null && ACTIONS.contains(action) && !HARMLESS.contains(action) && !structure(dictionary))
            return true;
        return annotation(dictionary) && CARRIERS.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""));
    }

    /** An element of the document's structure may be called as it likes (14.7.2), also like an action. */
    private static boolean structure(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.P) && dictionary.containsKey(COSName.K);
    }

    private static boolean annotation(COSDictionary dictionary) {
        return COSName.ANNOT.equals(dictionary.getCOSName(COSName.TYPE))
                || dictionary.containsKey(COSName.RECT) && dictionary.containsKey(COSName.SUBTYPE);
    }

    /** A picture that stands in the document as the JPEG file that it came as. */
    private static boolean photograph(COSStream stream) {
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray filters && filters.size() == 1) filter = filters.getObject(0);
        return COSName.DCT_DECODE.equals(filter);
    }

    private static void strip(COSStream stream) throws IOException {
        byte[] clean;
        try (InputStream in = stream.createRawInputStream()) {
            clean = Segments.jpeg(in.readAllBytes());
        }
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(clean);
        }
    }

    private static @Nullable COSBase resolved(@Nullable COSBase value) {
        return value instanceof COSObject object ? object.getObject() : value;
    }
}
