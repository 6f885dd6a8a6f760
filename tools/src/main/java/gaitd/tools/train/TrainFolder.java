package gaitd.tools.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The files of a training run. A checkpoint is replaced as a whole, after the journal of actions that it relies on has been written.
 *
 * <p>The journal holds the actions since all episodes last began together: environments are brought back by acting the same again.
 */
final class TrainFolder {
    final Path folder;
    final Path checkpoint;
    final Path journal;
    final Path table;
    final Path learned;
    final Path bundle;

    TrainFolder(final Path folder) {
        this.folder = folder;
        checkpoint = folder.resolve("checkpoint");
        journal = folder.resolve("journal");
        table = folder.resolve("progress.csv");
        learned = folder.resolve("learned");
        bundle = folder.resolve("policy.zip");
    }

    /** Something that writes itself. */
    @FunctionalInterface
    interface Content {
        /** Writes. */
        void write(DataOutputStream out) throws IOException;
    }

    /** Something that reads itself. */
    @FunctionalInterface
    interface Reader {
        /** Reads. */
        void read(DataInputStream in) throws IOException;
    }

    void replace(final Path file, final Content content) throws IOException {
        final Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            content.write(out);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void read(final Path file, final Reader reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            reader.read(in);
        }
    }

    /** Writes the actions of an iteration at its place in the journal. */
    void note(final int place, final float[] actions) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(4 * actions.length);
        bytes.asFloatBuffer().put(actions);
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = (long) place * bytes.capacity();
            if (place == 0) {
                channel.truncate(0);
            }
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }
    }

    /** Reads the actions of an iteration from its place in the journal. */
    void recall(final int place, final float[] actions) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(4 * actions.length);
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
            long at = (long) place * bytes.capacity();
            while (bytes.hasRemaining()) {
                final int read = channel.read(bytes, at);
                if (read < 0) {
                    throw new IOException(journal + " ends before the checkpoint: begin again in an empty folder");
                }
                at += read;
            }
        }
        bytes.flip().asFloatBuffer().get(actions);
    }
}
