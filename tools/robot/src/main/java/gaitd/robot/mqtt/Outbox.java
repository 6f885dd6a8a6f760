package gaitd.robot.mqtt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Messages that the broker has not taken yet, first in, first out, in files of a folder, so that they outlive the process. Bounded: the
 * oldest file goes when all together would be too long, and what is lost is counted. A message may be delivered twice after a power cut,
 * never out of order. Used by one thread.
 *
 * <p>A record is its length without this header, CRC-32C, number, length of the topic, topic, payload; big-endian. A file is named after
 * the number of its first record. What follows the first record that is damaged is not there.
 */
final class Outbox implements AutoCloseable {
    private static final int HEADER = 4 + 4 + 8 + 2;
    private static final int MESSAGE_MAX = 1 << 20;
    private static final int FILES = 8;
    private static final String SUFFIX = ".outbox";
    private static final String SENT = "sent";

    /**
     * A message.
     *
     * @param number counts from 1, over all runs
     * @param topic where to
     * @param payload what
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Message(long number, String topic, byte[] payload) {}

    private record Part(Path file, long first, long bytes, long last) {}

    private final Path folder;
    private final long bytesMax;
    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private final ArrayDeque<Message> loaded = new ArrayDeque<>();
    private FileChannel channel;
    private long last;
    private long sent;
    private long lost;

    /**
     * Opens a folder, makes it if need be.
     *
     * @param folder nobody else writes into it
     * @param bytesMax most bytes of all its files
     * @throws IOException when it cannot be read or written
     */
    Outbox(final Path folder, final long bytesMax) throws IOException {
        this.folder = folder;
        this.bytesMax = bytesMax;
        Files.createDirectories(folder);
        final Path marker = folder.resolve(SENT);
        if (Files.exists(marker)) {
            sent = number(Files.readString(marker).strip());
        }
        last = sent;
        final List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        for (final Path file : files) {
            final long first = number(file.getFileName().toString().replace(SUFFIX, ""));
            final ArrayDeque<Message> whole = new ArrayDeque<>();
            final long bytes = read(file, whole);
            if (whole.isEmpty() || whole.getLast().number() <= sent) {
                Files.delete(file);
                continue;
            }
            parts.add(new Part(file, first, bytes, whole.getLast().number()));
            last = Math.max(last, whole.getLast().number());
        }
        Files.writeString(marker, Long.toString(sent));
    }

    private static long number(final String text) {
        try {
            return Long.parseLong(text);
        } catch (final NumberFormatException e) {
            return 0;
        }
    }

    /** Whole records of a file in front of the first damaged one, and their bytes. */
    private static long read(final Path file, final ArrayDeque<Message> into) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.remaining() >= HEADER) {
            final int begin = bytes.position();
            final int length = bytes.getInt();
            final int crc = bytes.getInt();
            if (length < HEADER - 8 || length > bytes.remaining() || crc != crc(bytes, length)) {
                return begin;
            }
            final long number = bytes.getLong();
            final byte[] topic = new byte[bytes.getShort() & 0xffff];
            if (topic.length > length - (HEADER - 8)) {
                return begin;
            }
            bytes.get(topic);
            final byte[] payload = new byte[length - (HEADER - 8) - topic.length];
            bytes.get(payload);
            into.add(new Message(number, new String(topic, StandardCharsets.UTF_8), payload));
        }
        return bytes.position();
    }

    private static int crc(final ByteBuffer bytes, final int length) {
        final CRC32C crc = new CRC32C();
        crc.update(bytes.slice(bytes.position(), length));
        return (int) crc.getValue();
    }

    /** Number that the next message gets. */
    long nextNumber() {
        return last + 1;
    }

    /**
     * Adds a message behind all others.
     *
     * @param topic where to
     * @param payload what, at most a mebibyte
     * @throws IOException when the disk takes no more; the message is then lost, and counted
     */
    void add(final String topic, final byte[] payload) throws IOException {
        final byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        if (payload.length > MESSAGE_MAX) {
            throw new IllegalArgumentException("a message of " + payload.length + " bytes: expected 1 MiB at most");
        }
        final ByteBuffer record = ByteBuffer.allocate(HEADER + name.length + payload.length);
        final long number = ++last;
        record.position(8);
        record.putLong(number).putShort((short) name.length).put(name).put(payload);
        record.putInt(0, record.capacity() - 8);
        record.position(8);
        record.putInt(4, crc(record, record.capacity() - 8));
        record.position(0);
        try {
            write(number, record);
        } catch (final IOException e) {
            lost++;
            throw e;
        }
    }

    private void write(final long number, final ByteBuffer record) throws IOException {
        final int length = record.capacity();
        if (channel == null
                || parts.isEmpty()
                || parts.getLast().bytes() + length > Math.max(length, bytesMax / FILES)) {
            end();
            final Path file = folder.resolve("%019d%s".formatted(number, SUFFIX));
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            parts.add(new Part(file, number, 0, number - 1));
        }
        final Part part = parts.getLast();
        channel.position(part.bytes());
        while (record.hasRemaining()) {
            channel.write(record);
        }
        parts.removeLast();
        parts.add(new Part(part.file(), part.first(), part.bytes() + length, number));
        while (parts.size() > 1 && parts.stream().mapToLong(Part::bytes).sum() > bytesMax) {
            final Part oldest = parts.removeFirst();
            lost += oldest.last() - Math.max(sent, oldest.first() - 1);
            sent = Math.max(sent, oldest.last());
            loaded.removeIf(message -> message.number() <= sent);
            Files.deleteIfExists(oldest.file());
        }
    }

    /**
     * The oldest message.
     *
     * @return it, or null when there is none
     * @throws IOException when its file cannot be read
     */
    Message first() throws IOException {
        while (loaded.isEmpty() && sent < last && !parts.isEmpty()) {
            for (final Part part : parts) {
                if (part.last() > sent) {
                    read(part.file(), loaded);
                    break;
                }
            }
            loaded.removeIf(message -> message.number() <= sent);
            if (loaded.isEmpty()) {
                sent = last;
            }
        }
        return loaded.peek();
    }

    /**
     * Takes the oldest message out.
     *
     * @param number its number; one that is gone by now changes nothing
     * @throws IOException when that cannot be noted
     */
    void remove(final long number) throws IOException {
        if (number <= sent) {
            return;
        }
        sent = number;
        loaded.removeIf(message -> message.number() <= number);
        while (!parts.isEmpty() && parts.getFirst().last() <= sent) {
            if (parts.size() == 1) {
                end();
            }
            Files.deleteIfExists(parts.removeFirst().file());
        }
        Files.writeString(folder.resolve(SENT), Long.toString(sent));
    }

    /** Messages in it. */
    long size() {
        return last - sent;
    }

    /** Messages that were lost for want of room since it was opened. */
    long lost() {
        return lost;
    }

    private void end() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    @Override
    public void close() throws IOException {
        end();
    }
}
