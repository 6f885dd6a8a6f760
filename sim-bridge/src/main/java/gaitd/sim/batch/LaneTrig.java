package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Sines and cosines of one angle a lane, the numbers of the scalar engine's.
 *
 * <p>The multiple of pi/2 is rounded by adding a number so large that its last place is 1; its last two bits then are the
 * quarter turn. Source of the polynomials: FDLIBM (Sun Microsystems, 1993, kernel sine and cosine).
 */
final class LaneTrig {
    private static final double LARGEST = 1e5;
    private static final double TWO_OVER_PI = 2 / Math.PI;
    private static final double QUARTER_HIGH = 0x1.921fb544p0;
    private static final double QUARTER_MIDDLE = 0x1.0b4611a6p-34;
    private static final double QUARTER_LOW = 0x1.3198a2e037073p-69;
    private static final double ROUNDING = 0x1.8p52;

    private LaneTrig() {}

    /**
     * Sines and cosines of a group.
     *
     * @param angle angles, rad
     * @param count how many angles each robot has
     * @param sine receives the sines
     * @param cosine receives the cosines
     */
    static void sinCos(final double[] angle, final int count, final double[] sine, final double[] cosine) {
        for (int i = 0; i < count; i++) {
            near(angle, i, sine, cosine);
            if (!fromArray(S, angle, N * i).abs().lt(LARGEST).allTrue()) {
                far(angle, i, sine, cosine);
            }
        }
    }

    private static void near(final double[] angle, final int i, final double[] sine, final double[] cosine) {
        final DoubleVector x = fromArray(S, angle, N * i);
        final DoubleVector shifted = x.mul(TWO_OVER_PI).add(ROUNDING);
        final DoubleVector n = shifted.sub(ROUNDING);
        final LongVector turn = shifted.reinterpretAsLongs();
        final DoubleVector r =
                x.sub(n.mul(QUARTER_HIGH)).sub(n.mul(QUARTER_MIDDLE)).sub(n.mul(QUARTER_LOW));
        final DoubleVector z = r.mul(r);
        final DoubleVector sinTail = z.mul(1.58969099521155e-10)
                .add(-2.5050760253406863e-08)
                .mul(z)
                .add(2.7557313707070068e-06)
                .mul(z)
                .add(-0.0001984126982985795)
                .mul(z)
                .add(0.00833333333332249);
        final DoubleVector s = r.add(z.mul(r).mul(z.mul(sinTail).add(-0.16666666666666632)));
        final DoubleVector cosTail = z.mul(-1.1359647557788195e-11)
                .add(2.087572321298175e-09)
                .mul(z)
                .add(-2.7557314351390663e-07)
                .mul(z)
                .add(2.480158728947673e-05)
                .mul(z)
                .add(-0.001388888888887411);
        final DoubleVector half = z.mul(0.5);
        final DoubleVector near = broadcast(S, 1).sub(half);
        final DoubleVector c = near.add(broadcast(S, 1)
                .sub(near)
                .sub(half)
                .add(z.mul(z).mul(z.mul(cosTail).add(0.0416666666666666))));
        final VectorMask<Double> odd =
                turn.and(1).compare(VectorOperators.NE, 0).cast(S);
        signed(s.blend(c, odd), turn, sine, i);
        signed(c.blend(s, odd), turn.add(1), cosine, i);
    }

    /** Negates where the turn's second bit is set. */
    private static void signed(final DoubleVector value, final LongVector turn, final double[] out, final int to) {
        final LongVector sign = turn.and(2).lanewise(VectorOperators.LSHL, 62);
        value.reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles()
                .intoArray(out, N * to);
    }

    private static void far(final double[] angle, final int i, final double[] sine, final double[] cosine) {
        for (int k = i * N; k < (i + 1) * N; k++) {
            if (!(Math.abs(angle[k]) < LARGEST)) {
                sine[k] = StrictMath.sin(angle[k]);
                cosine[k] = StrictMath.cos(angle[k]);
            }
        }
    }
}
