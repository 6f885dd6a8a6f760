package gaitd.robot.view;

/** Heights of the ground around a point, as JSON for the page. */
final class GroundJson {
    /** Length of the patch's sides, m. */
    static final double SIDE_M = 6;
    /** Distance between heights, m. */
    static final double STEP_M = 0.05;
    /** Heights along a side. */
    static final int POINTS = (int) Math.round(SIDE_M / STEP_M) + 1;

    private static final double MM_PER_M = 1000;

    private GroundJson() {}

    /**
     * The patch around a point, which is moved to a whole step.
     *
     * @param ground the ground
     * @param aroundX world x, m
     * @param aroundY world y, m
     * @return JSON in UTF-8: {@code x0M}, {@code y0M} of the first height, {@code stepM}, {@code points} along a side, and
     *     {@code heightsMm} in whole millimetres, x running fastest
     */
    static byte[] text(final GroundPatch ground, final double aroundX, final double aroundY) {
        final double x0 = Math.round((aroundX - SIDE_M / 2) / STEP_M) * STEP_M;
        final double y0 = Math.round((aroundY - SIDE_M / 2) / STEP_M) * STEP_M;
        final long[] heightsMm = new long[POINTS * POINTS];
        for (int row = 0; row < POINTS; row++) {
            for (int column = 0; column < POINTS; column++) {
                // Rounding a number that is not one gives zero.
                heightsMm[row * POINTS + column] =
                        Math.round(ground.heightM(x0 + column * STEP_M, y0 + row * STEP_M) * MM_PER_M);
            }
        }
        return new Json()
                .number("x0M", x0)
                .number("y0M", y0)
                .number("stepM", STEP_M)
                .put("points", POINTS)
                .put("heightsMm", heightsMm)
                .utf8();
    }
}
