package gaitd.sim.terrain;

/** The plane z = 0. */
public final class FlatTerrain implements Terrain {
    /** Makes the plane. */
    public FlatTerrain() {}

    @Override
    public double heightM(final double x, final double y) {
        return 0;
    }

    @Override
    public void normal(final double x, final double y, final double[] out) {
        out[0] = 0;
        out[1] = 0;
        out[2] = 1;
    }

    @Override
    public String name() {
        return "flat";
    }
}
