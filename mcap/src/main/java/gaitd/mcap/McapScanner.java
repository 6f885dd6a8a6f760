package gaitd.mcap;

import gaitd.mcap.McapRecord.DataEnd;
import gaitd.mcap.McapRecord.Footer;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The records of a file as they follow one another, chunks whole, from its begin to its end.
 *
 * <p>What the specification says about their order, the two magics and the CRCs of data and summary are checked; a file
 * that ends early is refused where it does.
 */
public final class McapScanner {
    /** What a file begins and ends with. */
    static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};
    /** Bytes of an opcode and a length. */
    static final int HEAD = 9;
    /** Bytes of a footer's record before its CRC. */
    static final int FOOTER_BEFORE_CRC = HEAD + 16;

    private enum Part {
        BEGIN,
        DATA,
        SUMMARY,
        OFFSETS,
        END
    }

    private final McapSource source;
    private final McapLimits limits;
    private final CRC32 crc = new CRC32();
    private final byte[] head = new byte[HEAD];
    private Part part = Part.BEGIN;
    private boolean lostCrc;
    private long next;
    private long position;
    private long summaryStart;
    private long offsetsStart;

    /**
     * A scanner at the begin of a file.
     *
     * @param source the file; stays open
     * @param limits what it may ask for
     * @throws IOException when it does not begin as an MCAP file
     */
    public McapScanner(final McapSource source, final McapLimits limits) throws IOException {
        this.source = source;
        this.limits = limits;
        final byte[] begin = new byte[MAGIC.length];
        if (source.size() < MAGIC.length) {
            throw new McapException("the file has " + source.size() + " bytes, fewer than an MCAP file begins with");
        }
        source.read(0, begin, begin.length);
        if (!Arrays.equals(begin, MAGIC)) {
            throw new McapException("the file does not begin as an MCAP file does");
        }
        crc.update(begin);
        next = MAGIC.length;
    }

    /**
     * Where the record begins that {@link #next} returned last, or that it failed at.
     *
     * @return offset, bytes
     */
    public long position() {
        return position;
    }

    /**
     * Where the record after it begins.
     *
     * @return offset, bytes
     */
    public long nextPosition() {
        return next;
    }

    /**
     * Goes to another place within the data, after damage; its CRC is not checked any more.
     *
     * @param place where a record begins
     */
    void resume(final long place) {
        next = place;
        part = Part.DATA;
        lostCrc = true;
    }

    /** Whether {@link #next} failed at the end of the data. */
    boolean failedAtDataEnd() {
        return part == Part.DATA && (head[0] & 0xFF) == McapOpcode.DATA_END;
    }

    /**
     * Takes the next record.
     *
     * @return the record, or null after the footer
     * @throws IOException when it is damaged, not allowed where it is, or missing
     */
    public McapRecord next() throws IOException {
        if (part == Part.END) {
            return null;
        }
        position = next;
        final long left = source.size() - next;
        if (left < HEAD) {
            throw new McapException("the file ends at byte " + source.size() + " without a footer");
        }
        source.read(next, head, HEAD);
        final int opcode = head[0] & 0xFF;
        final long length = new FieldInput(head, 1, 8).u64("length");
        if (length < 0 || length > left - HEAD) {
            throw new McapException("the " + McapOpcode.name(opcode) + " at byte " + next + " has "
                    + Long.toUnsignedString(length) + " bytes, but the file ends " + (left - HEAD) + " bytes later");
        }
        if (length > limits.recordBytes()) {
            throw new McapException("the " + McapOpcode.name(opcode) + " at byte " + next + " has " + length
                    + " bytes, more than the limit of " + limits.recordBytes());
        }
        final byte[] body = new byte[(int) length];
        source.read(next + HEAD, body, body.length);
        try {
            order(opcode);
            final McapRecord record = RecordDecoder.decode(opcode, body, 0, body.length);
            account(record, body);
            next += HEAD + length;
            return record;
        } catch (final McapException damaged) {
            throw new McapException(
                    "the " + McapOpcode.name(opcode) + " at byte " + position + ": " + damaged.getMessage(), damaged);
        }
    }

    /** Whether a kind of record may come now. */
    private void order(final int opcode) throws McapException {
        final boolean fits = switch (opcode) {
            case McapOpcode.HEADER -> part == Part.BEGIN;
            case McapOpcode.MESSAGE,
                    McapOpcode.CHUNK,
                    McapOpcode.MESSAGE_INDEX,
                    McapOpcode.ATTACHMENT,
                    McapOpcode.METADATA,
                    McapOpcode.DATA_END -> part == Part.DATA;
            case McapOpcode.CHUNK_INDEX,
                    McapOpcode.ATTACHMENT_INDEX,
                    McapOpcode.STATISTICS,
                    McapOpcode.METADATA_INDEX -> part == Part.SUMMARY;
            case McapOpcode.SUMMARY_OFFSET, McapOpcode.FOOTER -> part == Part.SUMMARY || part == Part.OFFSETS;
            case McapOpcode.SCHEMA, McapOpcode.CHANNEL -> part == Part.DATA || part == Part.SUMMARY;
            default -> part != Part.BEGIN;
        };
        if (!fits) {
            throw new McapException(
                    part == Part.BEGIN
                            ? "a file begins with a Header"
                            : "has no place in the " + (part == Part.DATA ? "data" : "summary"));
        }
    }

    private void account(final McapRecord record, final byte[] body) throws IOException {
        switch (record) {
            case DataEnd end -> {
                check("data", end.dataSectionCrc(), !lostCrc);
                crc.reset();
                part = Part.SUMMARY;
                summaryStart = next + HEAD + body.length;
            }
            case Footer footer -> footer(footer, body);
            default -> {
                if (record.opcode() == McapOpcode.HEADER) {
                    part = Part.DATA;
                } else if (record.opcode() == McapOpcode.SUMMARY_OFFSET && part == Part.SUMMARY) {
                    part = Part.OFFSETS;
                    offsetsStart = next;
                }
                crc.update(head);
                crc.update(body);
            }
        }
    }

    private void footer(final Footer footer, final byte[] body) throws IOException {
        crc.update(head);
        crc.update(body, 0, FOOTER_BEFORE_CRC - HEAD);
        check("summary", footer.summaryCrc(), true);
        place("summary", footer.summaryStart(), summaryStart == next ? 0 : summaryStart);
        place("summary's offsets", footer.summaryOffsetStart(), offsetsStart);
        final long end = next + HEAD + body.length;
        final byte[] magic = new byte[MAGIC.length];
        if (source.size() - end != magic.length) {
            throw new McapException((source.size() - end) + " bytes follow it, expected " + magic.length);
        }
        source.read(end, magic, magic.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new McapException("the file does not end as an MCAP file does");
        }
        part = Part.END;
    }

    private static void place(final String what, final long said, final long found) throws McapException {
        if (said != found) {
            throw new McapException(
                    "the " + what + " begin at byte " + found + ", not at " + Long.toUnsignedString(said));
        }
    }

    private void check(final String what, final long expected, final boolean whole) throws McapException {
        if (whole && expected != 0 && expected != crc.getValue()) {
            throw new McapException("the " + what + " are damaged: CRC " + crc.getValue() + ", expected " + expected);
        }
    }
}
