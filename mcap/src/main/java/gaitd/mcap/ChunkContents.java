package gaitd.mcap;

import gaitd.mcap.McapRecord.Chunk;
import java.util.zip.CRC32;

/** The records in a chunk, one after the other. */
final class ChunkContents {
    private final byte[] bytes;
    private int at;
    private int position;

    private ChunkContents(final byte[] bytes) {
        this.bytes = bytes;
    }

    /** Opens a chunk: its size is checked before memory is taken, its CRC after. */
    static ChunkContents of(final Chunk chunk, final McapLimits limits) throws McapException {
        if (chunk.uncompressedSize() < 0 || chunk.uncompressedSize() > limits.chunkBytes()) {
            throw new McapException("a chunk has " + Long.toUnsignedString(chunk.uncompressedSize())
                    + " bytes without compression, more than the limit of " + limits.chunkBytes());
        }
        final byte[] bytes =
                McapCompression.of(chunk.compression()).decompress(chunk.records(), chunk.uncompressedSize());
        if (chunk.uncompressedCrc() != 0) {
            final CRC32 crc = new CRC32();
            crc.update(bytes);
            if (crc.getValue() != chunk.uncompressedCrc()) {
                throw new McapException(
                        "a chunk is damaged: CRC " + crc.getValue() + ", expected " + chunk.uncompressedCrc());
            }
        }
        return new ChunkContents(bytes);
    }

    int size() {
        return bytes.length;
    }

    /** Where the record begins that was returned last, in the chunk's bytes. */
    int position() {
        return position;
    }

    /** The next record, or null at the end. */
    McapRecord next() throws McapException {
        position = at;
        if (at == bytes.length) {
            return null;
        }
        final FieldInput head = new FieldInput(bytes, at, bytes.length - at);
        final int opcode = head.u8("opcode");
        final long length = head.u64("length");
        if (length < 0 || length > head.left()) {
            throw new McapException("a record in a chunk has " + Long.toUnsignedString(length) + " bytes, but "
                    + head.left() + " are left of the chunk");
        }
        if (opcode != McapOpcode.SCHEMA
                && opcode != McapOpcode.CHANNEL
                && opcode != McapOpcode.MESSAGE
                && opcode <= McapOpcode.DATA_END) {
            throw new McapException("a " + McapOpcode.name(opcode) + " has no place in a chunk");
        }
        final McapRecord record = RecordDecoder.decode(opcode, bytes, head.at(), (int) length);
        at = head.at() + (int) length;
        return record;
    }
}
