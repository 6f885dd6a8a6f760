package gaitd.mcap;

import io.airlift.compress.lz4.Lz4Compressor;
import java.util.Arrays;

/** LZ4 frames: reads all that the format allows but dictionaries, writes independent blocks and the size of the contents. */
final class Lz4Frame {
    private static final int MAGIC = 0x184D2204;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int VERSION = 0x40;
    private static final int INDEPENDENT = 0x20;
    private static final int BLOCK_CHECKSUM = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int CONTENT_CHECKSUM = 0x04;
    private static final int DICTIONARY = 0x01;
    /** Code of blocks of 4 MiB. */
    private static final int LARGEST_CODE = 7;

    private static final int LARGEST = 4 << 20;
    private static final int RAW = 1 << 31;

    private final FieldInput in;
    private final byte[] bytes;
    private final byte[] out;
    private int at;

    private Lz4Frame(final byte[] bytes, final byte[] out) {
        this.bytes = bytes;
        this.out = out;
        in = new FieldInput(bytes, 0, bytes.length);
    }

    /** One frame of some bytes. */
    static byte[] compress(final byte[] bytes, final int length) {
        final Lz4Compressor compressor = new Lz4Compressor();
        final FieldOutput frame = new FieldOutput();
        frame.u32(MAGIC)
                .u8(VERSION | INDEPENDENT | CONTENT_SIZE)
                .u8(LARGEST_CODE << 4)
                .u64(length);
        frame.u8(XxHash32.of(frame.array(), 4, 10) >>> 8);
        final byte[] block = new byte[compressor.maxCompressedLength(Math.min(length, LARGEST))];
        for (int from = 0; from < length; from += LARGEST) {
            final int count = Math.min(LARGEST, length - from);
            final int packed = compressor.compress(bytes, from, count, block, 0, block.length);
            if (packed < count) {
                frame.u32(packed).bytes(block, 0, packed);
            } else {
                frame.u32(count | RAW).bytes(bytes, from, count);
            }
        }
        frame.u32(0);
        return Arrays.copyOf(frame.array(), frame.length());
    }

    /** The contents of all frames in some bytes, which must be of a given size. */
    static byte[] decompress(final byte[] bytes, final int size) throws McapException {
        final Lz4Frame frames = new Lz4Frame(bytes, new byte[size]);
        do {
            frames.frame();
        } while (frames.in.left() > 0);
        if (frames.at != size) {
            throw new McapException("an LZ4 chunk has " + frames.at + " bytes, expected " + size);
        }
        return frames.out;
    }

    private void frame() throws McapException {
        final int magic = (int) in.u32("LZ4 frame");
        if ((magic & ~15) == SKIPPABLE) {
            in.bytes(in.u32("LZ4 skippable frame"), "LZ4 skippable frame");
            return;
        }
        require(magic == MAGIC, "no LZ4 frame");
        final int headerStart = in.at();
        final int flags = in.u8("LZ4 flags");
        final int largest = in.u8("LZ4 block size") >>> 4 & 7;
        require((flags & 0xC0) == VERSION && largest >= 4, "an LZ4 frame of an unknown version");
        require((flags & DICTIONARY) == 0, "an LZ4 frame needs a dictionary");
        final long contentSize = (flags & CONTENT_SIZE) == 0 ? -1 : in.u64("LZ4 content size");
        final int headerEnd = in.at();
        require(
                in.u8("LZ4 header checksum") == (XxHash32.of(bytes, headerStart, headerEnd - headerStart) >>> 8 & 0xFF),
                "the header of an LZ4 frame is damaged");
        final int start = at;
        blocks(flags, 1 << (8 + 2 * largest), start);
        require((flags & CONTENT_SIZE) == 0 || contentSize == at - start, "an LZ4 frame is not as long as it says");
        if ((flags & CONTENT_CHECKSUM) != 0) {
            require(
                    (int) in.u32("LZ4 content checksum") == XxHash32.of(out, start, at - start),
                    "an LZ4 frame is damaged");
        }
    }

    private void blocks(final int flags, final int largest, final int start) throws McapException {
        for (int header = (int) in.u32("LZ4 block"); header != 0; header = (int) in.u32("LZ4 block")) {
            final int length = header & ~RAW;
            require(length <= in.left() && length <= largest, "an LZ4 block is longer than it may be");
            final int from = in.at();
            in.skip(length);
            if ((flags & BLOCK_CHECKSUM) != 0) {
                require(
                        (int) in.u32("LZ4 block checksum") == XxHash32.of(bytes, from, length),
                        "an LZ4 block is damaged");
            }
            if ((header & RAW) != 0) {
                require(length <= out.length - at, "an LZ4 chunk is longer than its uncompressed size");
                System.arraycopy(bytes, from, out, at, length);
                at += length;
            } else {
                final int oldest = (flags & INDEPENDENT) == 0 ? start : at;
                at = Lz4Block.decode(
                        bytes, from, length, out, oldest, at, (int) Math.min(out.length, (long) at + largest));
            }
        }
    }

    private static void require(final boolean right, final String otherwise) throws McapException {
        if (!right) {
            throw new McapException(otherwise);
        }
    }
}
