package gaitd.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file's bytes; small reads that follow one another are served from one large one. */
final class FileSource implements McapSource {
    private static final int WINDOW = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowLength;

    FileSource(final Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(final long position, final byte[] into, final int length) throws IOException {
        if (length > WINDOW) {
            fill(position, into, length);
            return;
        }
        if (position < windowStart || position + length > windowStart + windowLength) {
            windowLength = 0;
            final int ahead = (int) Math.min(WINDOW, size - position);
            fill(position, window, ahead);
            windowStart = position;
            windowLength = ahead;
        }
        System.arraycopy(window, (int) (position - windowStart), into, 0, length);
    }

    private void fill(final long position, final byte[] into, final int length) throws IOException {
        final ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new McapException("the file became shorter while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
