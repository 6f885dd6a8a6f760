package gaitd.sim.terrain;

/** The mean of a sine wave along x and one along y, each with a phase of its own, led to a level start. */
final class WaveGround {
    private WaveGround() {}

    /**
     * The ground.
     *
     * @param request with {@code height} and {@code length}
     * @return triangles between heights every 0.1 m
     */
    static Terrain make(final TerrainRequest request) {
        final double heightM = request.get("height");
        final double[] alongX = wave(request.get("length"), GroundNoise.drawn(0, 0, request.seed));
        final double[] alongY = wave(request.get("length"), GroundNoise.drawn(0, 1, request.seed));
        return new Terrain(
                request.name,
                0,
                GroundGrid.everywhere((ix, iy) -> heightM
                        * 0.5
                        * (alongX[ix] + alongY[iy])
                        * GroundGrid.share(GroundGrid.place(ix), GroundGrid.place(iy), GroundGrid.CELL_M)),
                null);
    }

    private static double[] wave(final double lengthM, final double phase) {
        final double[] out = new double[(int) Math.round(2 * GroundGrid.HALF_SIDE_M / GroundGrid.CELL_M) + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = StrictMath.sin(StrictMath.PI * (2 * GroundGrid.place(i) / lengthM + phase));
        }
        return out;
    }
}
