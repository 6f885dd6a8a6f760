package gaitd.policies.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A full pattern for the Vector API, in blocks of targets: of each block all sources one behind the other, so that sums stay in
 * registers. Blocks are of eight, four or one vector of targets, the last padded to a whole one.
 *
 * <p>Weights lie in native memory, where vectors can be aligned; in a Java array every one of 512 bits would cross a cache line. The
 * compiler must see each load in its method: through a helper, loops it thinks are cold would leave garbage.
 */
final class VectorMatrix implements Matrix<float[]> {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    static final int WIDE = 4 * LANES;
    private static final int WIDEST = 8 * LANES;
    private static final long BYTES = SPECIES.vectorByteSize();

    /** All memory. A segment of known bounds would be checked at each load, and the checks would cost more than the sums. */
    @SuppressWarnings("restricted")
    static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** Bits that an address can have: with these alone the compiler knows that it lies within all memory. */
    static final long PLACE = Long.MAX_VALUE >>> 2;

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private final int sources;
    private final int targets;
    private final int stride;
    private final int widestTargets;
    private final int wideTargets;
    private final MemorySegment w;
    private final long address;
    private final float[] sum;

    VectorMatrix(final Synapses pattern) {
        sources = pattern.sources();
        targets = pattern.targets();
        stride = (targets + LANES - 1) / LANES * LANES;
        widestTargets = stride / WIDEST * WIDEST;
        wideTargets = stride / WIDE * WIDE;
        w = Arena.ofAuto().allocate((long) sources * stride * Float.BYTES, BYTES);
        address = w.address();
        sum = new float[stride];
    }

    @Override
    public void load(final float[] weights, final int at) {
        for (int j = 0; j < targets; ) {
            final int width = j < widestTargets ? WIDEST : j < wideTargets ? WIDE : LANES;
            final int used = Math.min(width, targets - j);
            for (int i = 0; i < sources; i++) {
                MemorySegment.copy(
                        weights,
                        at + i * targets + j,
                        w,
                        ValueLayout.JAVA_FLOAT,
                        (long) (j * sources + i * width) * Float.BYTES,
                        used);
            }
            j += width;
        }
    }

    @Override
    public void multiply(
            final float[] x, final int xAt, final float[] base, final int baseAt, final float[] y, final int yAt) {
        multiply(x, xAt, base, baseAt, null, 0, 0, 0, y, yAt);
    }

    /** y = shift + height fit(slope (base + x W)), or elu(base + x W), the fit block by block while the next weights are loaded. */
    void multiply(
            final float[] x,
            final int xAt,
            final float[] base,
            final int baseAt,
            final float[] fit,
            final float slope,
            final float height,
            final float shift,
            final float[] y,
            final int yAt) {
        try {
            if (stride == targets) {
                add(x, xAt, base, baseAt, fit, slope, height, shift, y, yAt);
            } else {
                System.arraycopy(base, baseAt, sum, 0, targets);
                add(x, xAt, sum, 0, fit, slope, height, shift, sum, 0);
                System.arraycopy(sum, 0, y, yAt, targets);
            }
        } finally {
            Reference.reachabilityFence(w);
        }
    }

    private void add(
            final float[] x,
            final int xAt,
            final float[] base,
            final int baseAt,
            final float[] fit,
            final float slope,
            final float height,
            final float shift,
            final float[] y,
            final int yAt) {
        for (int j = 0; j < stride; ) {
            final long at = address + (long) j * sources * Float.BYTES;
            final int from = yAt + j;
            if (j < widestTargets) {
                addEight(at, sources, x, xAt, base, baseAt + j, y, from);
                j += WIDEST;
            } else if (j < wideTargets) {
                addFour(at, sources, x, xAt, base, baseAt + j, y, from);
                j += WIDE;
            } else {
                addOne(at, sources, x, xAt, base, baseAt + j, y, from);
                j += LANES;
            }
            if (fit != null) {
                VectorFit.apply(fit, slope, height, shift, y, from, yAt + j);
            }
        }
    }

    /** Whether a product with this is a square one of just four vectors, as {@link VectorLiquid#unfold} has it. */
    boolean isFourWide() {
        return sources == WIDE && targets == WIDE;
    }

    /** Whole steps of liquid neurons, see {@link VectorLiquid#unfold}. */
    void unfold(
            final float[] fit,
            final float half,
            final float h,
            final int steps,
            final float[] drive,
            final float[] limit,
            final float[] leak,
            final float[] potential,
            final float[] x) {
        try {
            VectorLiquid.unfold(address, fit, half, h, steps, drive, limit, leak, potential, x);
        } finally {
            Reference.reachabilityFence(w);
        }
    }

    /** Eight vectors of targets: eight independent chains of sums. */
    private static void addEight(
            final long start,
            final int sources,
            final float[] x,
            final int xAt,
            final float[] base,
            final int baseAt,
            final float[] y,
            final int yAt) {
        final long wAt = start & PLACE;
        FloatVector a = FloatVector.fromArray(SPECIES, base, baseAt + 0 * LANES);
        FloatVector b = FloatVector.fromArray(SPECIES, base, baseAt + 1 * LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, base, baseAt + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, base, baseAt + 3 * LANES);
        FloatVector e = FloatVector.fromArray(SPECIES, base, baseAt + 4 * LANES);
        FloatVector f = FloatVector.fromArray(SPECIES, base, baseAt + 5 * LANES);
        FloatVector g = FloatVector.fromArray(SPECIES, base, baseAt + 6 * LANES);
        FloatVector h = FloatVector.fromArray(SPECIES, base, baseAt + 7 * LANES);
        for (int i = 0; i < sources; i++) {
            final long row = wAt + i * (8 * BYTES);
            final FloatVector from = FloatVector.broadcast(SPECIES, x[xAt + i]);
            a = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 0 * BYTES, ORDER)
                    .fma(from, a);
            b = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 1 * BYTES, ORDER)
                    .fma(from, b);
            c = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 2 * BYTES, ORDER)
                    .fma(from, c);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 3 * BYTES, ORDER)
                    .fma(from, d);
            e = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 4 * BYTES, ORDER)
                    .fma(from, e);
            f = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 5 * BYTES, ORDER)
                    .fma(from, f);
            g = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 6 * BYTES, ORDER)
                    .fma(from, g);
            h = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 7 * BYTES, ORDER)
                    .fma(from, h);
        }
        a.intoArray(y, yAt + 0 * LANES);
        b.intoArray(y, yAt + 1 * LANES);
        c.intoArray(y, yAt + 2 * LANES);
        d.intoArray(y, yAt + 3 * LANES);
        e.intoArray(y, yAt + 4 * LANES);
        f.intoArray(y, yAt + 5 * LANES);
        g.intoArray(y, yAt + 6 * LANES);
        h.intoArray(y, yAt + 7 * LANES);
    }

    /** Four vectors of targets, even and odd sources apart: eight independent chains of sums. */
    private static void addFour(
            final long start,
            final int sources,
            final float[] x,
            final int xAt,
            final float[] base,
            final int baseAt,
            final float[] y,
            final int yAt) {
        final long wAt = start & PLACE;
        FloatVector a = FloatVector.fromArray(SPECIES, base, baseAt);
        FloatVector b = FloatVector.fromArray(SPECIES, base, baseAt + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, base, baseAt + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, base, baseAt + 3 * LANES);
        FloatVector e = FloatVector.zero(SPECIES);
        FloatVector f = FloatVector.zero(SPECIES);
        FloatVector g = FloatVector.zero(SPECIES);
        FloatVector h = FloatVector.zero(SPECIES);
        final int pairs = sources / 2;
        for (int i = 0; i < pairs; i++) {
            final long row = wAt + i * (8 * BYTES);
            final FloatVector even = FloatVector.broadcast(SPECIES, x[xAt + 2 * i]);
            a = FloatVector.fromMemorySegment(SPECIES, MEMORY, row, ORDER).fma(even, a);
            b = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + BYTES, ORDER)
                    .fma(even, b);
            c = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 2 * BYTES, ORDER)
                    .fma(even, c);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 3 * BYTES, ORDER)
                    .fma(even, d);
            final FloatVector odd = FloatVector.broadcast(SPECIES, x[xAt + 2 * i + 1]);
            e = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 4 * BYTES, ORDER)
                    .fma(odd, e);
            f = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 5 * BYTES, ORDER)
                    .fma(odd, f);
            g = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 6 * BYTES, ORDER)
                    .fma(odd, g);
            h = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 7 * BYTES, ORDER)
                    .fma(odd, h);
        }
        if (2 * pairs < sources) {
            final long row = wAt + pairs * (8 * BYTES);
            final FloatVector last = FloatVector.broadcast(SPECIES, x[xAt + 2 * pairs]);
            a = FloatVector.fromMemorySegment(SPECIES, MEMORY, row, ORDER).fma(last, a);
            b = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + BYTES, ORDER)
                    .fma(last, b);
            c = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 2 * BYTES, ORDER)
                    .fma(last, c);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 3 * BYTES, ORDER)
                    .fma(last, d);
        }
        a.add(e).intoArray(y, yAt);
        b.add(f).intoArray(y, yAt + LANES);
        c.add(g).intoArray(y, yAt + 2 * LANES);
        d.add(h).intoArray(y, yAt + 3 * LANES);
    }

    /** One vector of targets, four sources a turn. */
    private static void addOne(
            final long start,
            final int sources,
            final float[] x,
            final int xAt,
            final float[] base,
            final int baseAt,
            final float[] y,
            final int yAt) {
        final long wAt = start & PLACE;
        FloatVector a = FloatVector.fromArray(SPECIES, base, baseAt);
        FloatVector b = FloatVector.zero(SPECIES);
        FloatVector c = FloatVector.zero(SPECIES);
        FloatVector d = FloatVector.zero(SPECIES);
        final int turns = sources / 4;
        for (int i = 0; i < turns; i++) {
            final long row = wAt + i * (4 * BYTES);
            final int from = xAt + 4 * i;
            a = FloatVector.fromMemorySegment(SPECIES, MEMORY, row, ORDER)
                    .fma(FloatVector.broadcast(SPECIES, x[from]), a);
            b = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + BYTES, ORDER)
                    .fma(FloatVector.broadcast(SPECIES, x[from + 1]), b);
            c = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 2 * BYTES, ORDER)
                    .fma(FloatVector.broadcast(SPECIES, x[from + 2]), c);
            d = FloatVector.fromMemorySegment(SPECIES, MEMORY, row + 3 * BYTES, ORDER)
                    .fma(FloatVector.broadcast(SPECIES, x[from + 3]), d);
        }
        for (int i = 4 * turns; i < sources; i++) {
            final FloatVector from = FloatVector.broadcast(SPECIES, x[xAt + i]);
            a = FloatVector.fromMemorySegment(SPECIES, MEMORY, wAt + i * BYTES, ORDER)
                    .fma(from, a);
        }
        a.add(b).add(c.add(d)).intoArray(y, yAt);
    }
}
