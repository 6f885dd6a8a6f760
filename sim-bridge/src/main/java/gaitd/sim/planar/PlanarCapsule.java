package gaitd.sim.planar;

/**
 * A capsule of a link: mass by its volume, and two ends that touch the ground.
 *
 * @param x1M one end of its axis in the link's frame, m
 * @param z1M the same, m
 * @param x2M the other end, m
 * @param z2M the same, m
 * @param radiusM radius, m
 * @param friction coefficient against the ground, 0 or more
 */
public record PlanarCapsule(double x1M, double z1M, double x2M, double z2M, double radiusM, double friction) {
    /**
     * A capsule by its middle.
     *
     * @param xM middle in the link's frame, m
     * @param zM the same, m
     * @param angleRad of its axis from +z toward +x, rad
     * @param halfM half of the axis' length, m
     * @param radiusM radius, m
     * @param friction coefficient against the ground
     * @return the capsule
     */
    public static PlanarCapsule about(
            final double xM,
            final double zM,
            final double angleRad,
            final double halfM,
            final double radiusM,
            final double friction) {
        final double dx = halfM * StrictMath.sin(angleRad);
        final double dz = halfM * StrictMath.cos(angleRad);
        return new PlanarCapsule(xM - dx, zM - dz, xM + dx, zM + dz, radiusM, friction);
    }

    private double lengthM() {
        return StrictMath.hypot(x2M - x1M, z2M - z1M);
    }

    private double cylinderM3() {
        return Math.PI * radiusM * radiusM * lengthM();
    }

    private double ballM3() {
        return 4.0 / 3 * Math.PI * radiusM * radiusM * radiusM;
    }

    /** Volume, m^3. */
    double volumeM3() {
        return cylinderM3() + ballM3();
    }

    /** Inertia about the axis through its middle across the plane, of density 1 kg/m^3, kg m^2. */
    double inertia() {
        final double square = radiusM * radiusM;
        final double length = lengthM();
        return cylinderM3() * (length * length / 12 + square / 4)
                + ballM3() * (0.4 * square + length * length / 4 + 0.375 * length * radiusM);
    }
}
