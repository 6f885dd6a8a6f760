package gaitd.lab.relief;

/** Colours of heights: blue below 0, sand at 0, brown above; told apart by colour-blind eyes. */
final class HeightColors {
    private static final double[][] STOPS = {
        {0.13, 0.33, 0.56}, {0.52, 0.69, 0.82}, {0.93, 0.91, 0.86}, {0.88, 0.68, 0.42}, {0.64, 0.33, 0.10},
    };
    private static final double[][] OTHERS = {
        {}, {0.44, 0.41, 0.38}, {0.20, 0.21, 0.23}, {0.62, 0.64, 0.67}, {0.90, 0.42, 0.10}
    };

    private HeightColors() {}

    /**
     * Colour of a height.
     *
     * @param share height over the greatest height or depth, -1 to 1
     * @param out red, green and blue, 0 to 1
     */
    static void ofHeight(final double share, final double[] out) {
        final double place = Math.clamp(2 + 2 * share, 0, STOPS.length - 1 - 1e-9);
        final int stop = (int) place;
        for (int i = 0; i < 3; i++) {
            out[i] = STOPS[stop][i] + (place - stop) * (STOPS[stop + 1][i] - STOPS[stop][i]);
        }
    }

    /**
     * Colour of what is not ground.
     *
     * @param surface kind of surface
     * @param out red, green and blue, 0 to 1
     */
    static void of(final byte surface, final double[] out) {
        System.arraycopy(OTHERS[surface], 0, out, 0, 3);
    }
}
