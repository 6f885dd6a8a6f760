package gaitd.runtime.rt;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps processors out of deep sleep for as long as a file of the kernel is open. */
final class LatencyHold implements AutoCloseable {
    /** The kernel's file. */
    static final Path FILE = Path.of("/dev/cpu_dma_latency");

    private final Path file;
    private RandomAccessFile held;

    LatencyHold(final Path file) {
        this.file = file;
    }

    /** Asks for a wake-up latency in us, and returns 0 or an error number. */
    int hold(final int us) {
        if (!Files.exists(file)) {
            return Errno.ENOENT;
        }
        try {
            held = new RandomAccessFile(file.toFile(), "rw");
            held.write(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .putInt(us)
                    .array());
            return 0;
        } catch (final FileNotFoundException e) {
            return Errno.EACCES;
        } catch (final IOException e) {
            close();
            return Errno.EIO;
        }
    }

    @Override
    public void close() {
        if (held == null) {
            return;
        }
        try {
            held.close();
        } catch (final IOException e) {
            throw new IllegalStateException("cannot close " + file + ": " + e.getMessage(), e);
        } finally {
            held = null;
        }
    }
}
