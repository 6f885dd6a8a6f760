package gaitd.mcap;

/** Decodes a block of LZ4, which may repeat what the blocks before it left in the output. */
final class Lz4Block {
    private static final int SHORTEST = 4;

    private final byte[] in;
    private final byte[] out;
    private int read;

    private Lz4Block(final byte[] in, final byte[] out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Decodes a block.
     *
     * @param from first byte of the block in {@code in}
     * @param length its bytes
     * @param oldest first byte of {@code out} that the block may repeat
     * @param at where its contents go to
     * @param limit where they must end at the latest
     * @return where they end
     */
    static int decode(
            final byte[] in,
            final int from,
            final int length,
            final byte[] out,
            final int oldest,
            final int at,
            final int limit)
            throws McapException {
        final Lz4Block block = new Lz4Block(in, out);
        block.read = from;
        return block.run(from + length, oldest, at, limit);
    }

    private int run(final int end, final int oldest, final int start, final int limit) throws McapException {
        int at = start;
        while (read < end) {
            final int token = in[read++] & 0xFF;
            final int literals = length(token >>> 4, end);
            check(literals <= end - read && literals <= limit - at);
            System.arraycopy(in, read, out, at, literals);
            read += literals;
            at += literals;
            if (read == end) {
                return at;
            }
            check(end - read >= 2);
            final int back = (in[read] & 0xFF) | ((in[read + 1] & 0xFF) << 8);
            read += 2;
            final int repeated = length(token & 15, end) + SHORTEST;
            check(back > 0 && back <= at - oldest && repeated <= limit - at);
            repeat(at, back, repeated);
            at += repeated;
        }
        throw damaged();
    }

    private int length(final int nibble, final int end) throws McapException {
        int sum = nibble;
        if (nibble == 15) {
            int more = 255;
            while (more == 255) {
                check(read < end && sum < 1 << 30);
                more = in[read++] & 0xFF;
                sum += more;
            }
        }
        return sum;
    }

    private void repeat(final int at, final int back, final int count) {
        if (back >= count) {
            System.arraycopy(out, at - back, out, at, count);
        } else {
            for (int i = at; i < at + count; i++) {
                out[i] = out[i - back];
            }
        }
    }

    private static void check(final boolean right) throws McapException {
        if (!right) {
            throw damaged();
        }
    }

    private static McapException damaged() {
        return new McapException("a block of LZ4 is damaged");
    }
}
