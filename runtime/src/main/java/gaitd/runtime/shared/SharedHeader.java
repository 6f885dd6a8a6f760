package gaitd.runtime.shared;

import java.nio.ByteOrder;
import org.agrona.concurrent.AtomicBuffer;

/**
 * Header of every shared file: kind, layout version and owner. Little-endian.
 *
 * <p>Written once, before the file gets its name. A reader of another version refuses with {@link #refusal}.
 */
final class SharedHeader {
    /** Size, bytes: a page, so that the memory behind it is aligned to one. */
    static final int BYTES = 4096;
    /** Version of the files' layout, apart from that of the frames; changes with any change of it. */
    static final int LAYOUT = 2;

    private static final long MAGIC = 0x4D48_5344_5449_4147L;
    private static final int AT_MAGIC = 0;
    private static final int AT_LAYOUT = 8;
    private static final int AT_KIND = 12;
    private static final int AT_FILE_BYTES = 16;
    private static final int AT_FRAME_VERSION = 24;
    private static final int AT_FRAME_BYTES = 32;
    private static final int AT_OWNER_PID = 40;
    private static final int AT_STARTED_NS = 48;

    private SharedHeader() {}

    static void write(final AtomicBuffer file, final SharedKind kind, final long ownerPid, final long startedNs) {
        putLong(file, AT_MAGIC, MAGIC);
        file.putInt(AT_LAYOUT, LAYOUT, ByteOrder.LITTLE_ENDIAN);
        file.putInt(AT_KIND, kind.ordinal(), ByteOrder.LITTLE_ENDIAN);
        putLong(file, AT_FILE_BYTES, kind.fileBytes());
        putLong(file, AT_FRAME_VERSION, kind.frameVersion);
        putLong(file, AT_FRAME_BYTES, kind.frameBytes);
        putLong(file, AT_OWNER_PID, ownerPid);
        putLong(file, AT_STARTED_NS, startedNs);
    }

    /**
     * Why a file cannot be used.
     *
     * @param header its first {@link #BYTES}
     * @param fileBytes its length
     * @param kind what it should be
     * @return what it is and what was expected, or null when it can be used
     */
    static String refusal(final AtomicBuffer header, final long fileBytes, final SharedKind kind) {
        if (getLong(header, AT_MAGIC) != MAGIC) {
            return "is not a file of gaitd";
        }
        final int layout = header.getInt(AT_LAYOUT, ByteOrder.LITTLE_ENDIAN);
        if (layout != LAYOUT) {
            return "has layout version " + layout + ", this program knows version " + LAYOUT;
        }
        final int found = header.getInt(AT_KIND, ByteOrder.LITTLE_ENDIAN);
        if (found != kind.ordinal()) {
            return "holds another kind of data (" + found + ") than expected (" + kind.ordinal() + ")";
        }
        final long version = getLong(header, AT_FRAME_VERSION);
        if (version != kind.frameVersion) {
            return "was made for frames of version " + version + ", this program knows version " + kind.frameVersion;
        }
        final long frameBytes = getLong(header, AT_FRAME_BYTES);
        if (frameBytes != kind.frameBytes) {
            return "was made for frames of " + frameBytes + " bytes, this program knows " + kind.frameBytes;
        }
        if (getLong(header, AT_FILE_BYTES) != kind.fileBytes() || fileBytes != kind.fileBytes()) {
            return "is " + fileBytes + " bytes long, expected " + kind.fileBytes();
        }
        return null;
    }

    static long ownerPid(final AtomicBuffer header) {
        return getLong(header, AT_OWNER_PID);
    }

    static long startedNs(final AtomicBuffer header) {
        return getLong(header, AT_STARTED_NS);
    }

    private static void putLong(final AtomicBuffer file, final int at, final long value) {
        file.putLong(at, value, ByteOrder.LITTLE_ENDIAN);
    }

    private static long getLong(final AtomicBuffer file, final int at) {
        return file.getLong(at, ByteOrder.LITTLE_ENDIAN);
    }
}
