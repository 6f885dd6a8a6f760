package gaitd.sim.engine;

/**
 * Sine and cosine with the same bits on every machine and without the arrays that StrictMath allocates.
 *
 * <p>Reduction to the nearest multiple of pi/2 in three parts, then the polynomials of FDLIBM (Sun Microsystems, 1993,
 * kernel sine and cosine). Error below 1e-15 for angles to 1e5 rad; beyond, and for what is not finite, StrictMath.
 */
final class Trig {
    private static final double LARGEST = 1e5;
    private static final double TWO_OVER_PI = 2 / Math.PI;
    private static final double QUARTER_HIGH = 0x1.921fb544p0;
    private static final double QUARTER_MIDDLE = 0x1.0b4611a6p-34;
    private static final double QUARTER_LOW = 0x1.3198a2e037073p-69;

    private Trig() {}

    static double sin(final double x) {
        if (!(Math.abs(x) < LARGEST)) {
            return StrictMath.sin(x);
        }
        final double n = Math.rint(x * TWO_OVER_PI);
        return quarter(x, n, (int) n);
    }

    static double cos(final double x) {
        if (!(Math.abs(x) < LARGEST)) {
            return StrictMath.cos(x);
        }
        final double n = Math.rint(x * TWO_OVER_PI);
        return quarter(x, n, (int) n + 1);
    }

    private static double quarter(final double x, final double n, final int turn) {
        final double r = x - n * QUARTER_HIGH - n * QUARTER_MIDDLE - n * QUARTER_LOW;
        final double value = (turn & 1) == 0 ? kernelSin(r) : kernelCos(r);
        return (turn & 2) == 0 ? value : -value;
    }

    private static double kernelSin(final double r) {
        final double z = r * r;
        final double tail = 0.00833333333332249
                + z
                        * (-0.0001984126982985795
                                + z
                                        * (2.7557313707070068e-06
                                                + z * (-2.5050760253406863e-08 + z * 1.58969099521155e-10)));
        return r + z * r * (-0.16666666666666632 + z * tail);
    }

    private static double kernelCos(final double r) {
        final double z = r * r;
        final double tail = -0.001388888888887411
                + z
                        * (2.480158728947673e-05
                                + z
                                        * (-2.7557314351390663e-07
                                                + z * (2.087572321298175e-09 + z * -1.1359647557788195e-11)));
        final double half = 0.5 * z;
        final double near = 1 - half;
        return near + ((1 - near - half) + z * z * (0.0416666666666666 + z * tail));
    }
}
