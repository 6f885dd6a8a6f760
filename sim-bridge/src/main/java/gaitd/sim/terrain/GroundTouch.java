package gaitd.sim.terrain;

/**
 * Where a sphere touches the ground: up to three contacts, each with a gap and a normal.
 *
 * <p>Contact 0 is with what is below the centre (plane, surface or top of a box), 1 with a box ahead or behind (x), 2 with
 * one beside (y); a corner takes whichever of 1 and 2 is free or less deep. On a height grid alone the three are the nearest
 * place and two further faces (a valley has several), in the order of their normals' x. A contact that is not there has an
 * infinite gap.
 *
 * <p>Called by an engine several times a step. Allocates nothing after construction. Not thread-safe: one for each engine.
 */
public final class GroundTouch {
    /** Contacts of a sphere. */
    public static final int CONTACTS = 3;

    /** How far the sphere is from the ground, negative when in it, m; infinite where there is no contact. */
    public final double[] gapM = new double[CONTACTS];
    /** Unit normals out of the ground, world axes, 3 each. */
    public final double[] normal = new double[3 * CONTACTS];

    private final Terrain terrain;
    private final GridTouch surface;
    private final ColumnTouch boxes;

    /**
     * For one ground.
     *
     * @param terrain the ground
     */
    public GroundTouch(final Terrain terrain) {
        this.terrain = terrain;
        this.surface = terrain.grid() == null ? null : new GridTouch(terrain.grid());
        this.boxes = terrain.columns() == null ? null : new ColumnTouch(terrain.columns());
    }

    /**
     * Finds the contacts of a sphere, into {@link #gapM} and {@link #normal}.
     *
     * @param x centre, world, m
     * @param y centre, world, m
     * @param z centre, world, m
     * @param radiusM radius, m
     * @param reachM greatest gap of interest, m
     */
    public void sphere(final double x, final double y, final double z, final double radiusM, final double reachM) {
        gapM[0] = Double.POSITIVE_INFINITY;
        gapM[1] = Double.POSITIVE_INFINITY;
        gapM[2] = Double.POSITIVE_INFINITY;
        final double base = surface == null ? terrain.planeM() : Columns.NONE;
        if (surface != null && (boxes == null || boxes.topM(x, y) <= surface.heightM(x, y))) {
            surface.sphere(x, y, z, radiusM, reachM, this);
        }
        if (boxes != null) {
            boxes.sphere(x, y, z, radiusM, reachM, base, this);
        } else if (surface == null) {
            put(0, z - base - radiusM, 0, 0, 1);
        }
    }

    /**
     * Least of the three gaps.
     *
     * @return index of the contact
     */
    public int deepest() {
        final int first = gapM[1] < gapM[0] ? 1 : 0;
        return gapM[2] < gapM[first] ? 2 : first;
    }

    void put(final int contact, final double gap, final double nx, final double ny, final double nz) {
        gapM[contact] = gap;
        normal[3 * contact] = nx;
        normal[3 * contact + 1] = ny;
        normal[3 * contact + 2] = nz;
    }

    /** Keeps a contact if it is the deepest so far. */
    void offer(final int contact, final double gap, final double nx, final double ny, final double nz) {
        if (gap < gapM[contact]) {
            put(contact, gap, nx, ny, nz);
        }
    }

    void swap(final int a, final int b) {
        final double gap = gapM[a];
        gapM[a] = gapM[b];
        gapM[b] = gap;
        for (int i = 0; i < 3; i++) {
            final double n = normal[3 * a + i];
            normal[3 * a + i] = normal[3 * b + i];
            normal[3 * b + i] = n;
        }
    }
}
