package gaitd.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Bytes that can be read at any place. Belongs to one thread. */
public interface McapSource extends Closeable {
    /**
     * How many there are; later growth does not count.
     *
     * @return bytes
     */
    long size();

    /**
     * Reads some of them.
     *
     * @param position of the first, within the size
     * @param into takes them, from its start
     * @param length how many, all within the size
     * @throws IOException when the disk fails, or the file became shorter
     */
    void read(long position, byte[] into, int length) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * A file.
     *
     * @param file to read
     * @return its bytes
     * @throws IOException when it cannot be opened
     */
    static McapSource of(final Path file) throws IOException {
        return new FileSource(file);
    }

    /**
     * Bytes in memory.
     *
     * @param bytes not copied
     * @return these
     */
    static McapSource of(final byte[] bytes) {
        return new McapSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(final long position, final byte[] into, final int length) {
                System.arraycopy(bytes, (int) position, into, 0, length);
            }

            @Override
            public void close() {}
        };
    }
}
