package io.huiyin.server.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.springframework.stereotype.Component;

/** Recordings: only the format and the samples are written again; names, places and comments (chunks LIST, bext, id3) are not. */
@Component
class Sounds implements Cleaning {

    @Override
    public FileKind kind() {
        return FileKind.WAV;
    }

    @Override
    public byte[] clean(byte[] bytes) throws IOException {
        try (AudioInputStream samples = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
            ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length);
            AudioSystem.write(samples, AudioFileFormat.Type.WAVE, clean);
            return clean.toByteArray();
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(e);
        }
    }
}
