package gaitd.robot.latency;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A process that loads the computer: started by the bench with a kind and a number of seconds. It ends after that time,
 * or when its parent has ended.
 */
public final class LoadProcess {
    private static final int ARRAY_BYTES = 32 << 20;
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int BLOCKS = 64;
    private static final int DATAGRAM_BYTES = 1400;
    private static final long LOOK_MS = 100;
    private static final long MS_PER_S = 1000;

    private LoadProcess() {}

    /**
     * Loads the computer.
     *
     * @param args a {@link LoadKind}, then seconds
     * @throws InterruptedException never, in practice
     */
    public static void main(final String[] args) throws InterruptedException {
        final LoadKind kind = LoadKind.valueOf(args[0].toUpperCase(Locale.ROOT));
        final long endMs = System.currentTimeMillis() + Long.parseLong(args[1]) * MS_PER_S;
        final ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        final int threads = kind == LoadKind.CPU ? Runtime.getRuntime().availableProcessors() : 1;
        for (int i = 0; i < threads; i++) {
            final Thread thread = new Thread(() -> work(kind), "load");
            thread.setDaemon(true);
            thread.start();
        }
        while (System.currentTimeMillis() < endMs && parent.isAlive()) {
            Thread.sleep(LOOK_MS);
        }
    }

    private static void work(final LoadKind kind) {
        try {
            switch (kind) {
                case CPU -> spin();
                case MEMORY -> copy();
                case DISK -> write();
                case NETWORK -> send();
            }
        } catch (final IOException e) {
            System.err.println("load " + kind + " ended: " + e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void copy() {
        final byte[] from = new byte[ARRAY_BYTES];
        final byte[] to = new byte[ARRAY_BYTES];
        while (!Thread.currentThread().isInterrupted()) {
            System.arraycopy(from, 0, to, 0, ARRAY_BYTES);
            from[0]++;
        }
    }

    private static void write() throws IOException {
        final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
        while (!Thread.currentThread().isInterrupted()) {
            final Path file = Files.createTempFile("gaitd-load", ".bin");
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                for (int i = 0; i < BLOCKS; i++) {
                    block.clear();
                    channel.write(block);
                }
                channel.force(true);
            }
        }
    }

    private static void send() throws IOException {
        try (DatagramChannel to = DatagramChannel.open();
                DatagramChannel from = DatagramChannel.open()) {
            to.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            to.configureBlocking(false);
            from.connect(to.getLocalAddress());
            final ByteBuffer datagram = ByteBuffer.allocateDirect(DATAGRAM_BYTES);
            while (!Thread.currentThread().isInterrupted()) {
                datagram.clear();
                from.write(datagram);
                datagram.clear();
                to.receive(datagram);
            }
        }
    }
}
