package gaitd.robot.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A segment's bytes on the disk: what is written is there whole or not at all, also where the disk is full. */
final class SegmentFile extends OutputStream {
    private final FileChannel channel;
    private final SegmentStore store;

    SegmentFile(final Path file, final SegmentStore store) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.store = store;
    }

    @Override
    public void write(final int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(final byte[] bytes, final int from, final int length) throws IOException {
        final long start = channel.position();
        IOException failure;
        do {
            try {
                final ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                return;
            } catch (final IOException full) {
                failure = full;
                channel.truncate(start);
                channel.position(start);
            }
        } while (store.afterFailure());
        throw failure;
    }

    /** Hands over to the disk what was written. */
    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
