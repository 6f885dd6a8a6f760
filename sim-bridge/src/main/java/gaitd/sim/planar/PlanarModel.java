package gaitd.sim.planar;

import java.util.List;

/**
 * A chain of links with its masses.
 *
 * <p>Slides come before hinges on the way from the world. Immutable.
 */
public final class PlanarModel {
    /** The links, each behind its parent. */
    final List<PlanarLink> links;
    /** Mass of each link, kg. */
    final double[] massKg;
    /** Centre of mass of each link in its frame, m. */
    final double[] comX;
    /** The same. */
    final double[] comZ;
    /** Inertia about the centre of mass, kg m^2. */
    final double[] inertia;
    /** How stops yield. */
    final Softness stops;
    /** How the ground at height 0 yields; null when there is none. */
    final Softness ground;

    /**
     * A chain.
     *
     * @param links each behind its parent
     * @param totalKg mass of all, kg; 0 for a density of 1000 kg/m^3
     * @param stops how stops yield
     * @param ground how the ground yields, null for none
     */
    PlanarModel(final List<PlanarLink> links, final double totalKg, final Softness stops, final Softness ground) {
        this.links = List.copyOf(links);
        this.stops = stops;
        this.ground = ground;
        final int n = links.size();
        massKg = new double[n];
        comX = new double[n];
        comZ = new double[n];
        inertia = new double[n];
        double volume = 0;
        for (int i = 0; i < n; i++) {
            check(i);
            for (final PlanarCapsule capsule : links.get(i).capsules()) {
                volume += capsule.volumeM3();
            }
        }
        final double density = totalKg > 0 ? totalKg / volume : 1000;
        for (int i = 0; i < n; i++) {
            weigh(i, density);
        }
    }

    private void check(final int i) {
        final PlanarLink link = links.get(i);
        if (link.parent() < -1 || link.parent() >= i) {
            throw new IllegalArgumentException("link " + link.name() + ": its parent has to come before it");
        }
        for (int j = link.parent();
                j >= 0 && link.joint().turn() == 0;
                j = links.get(j).parent()) {
            if (links.get(j).joint().turn() != 0) {
                throw new IllegalArgumentException("link " + link.name() + ": a slide cannot follow a hinge");
            }
        }
    }

    private void weigh(final int i, final double density) {
        for (final PlanarCapsule capsule : links.get(i).capsules()) {
            final double mass = density * capsule.volumeM3();
            massKg[i] += mass;
            comX[i] += mass * (capsule.x1M() + capsule.x2M()) / 2;
            comZ[i] += mass * (capsule.z1M() + capsule.z2M()) / 2;
        }
        if (massKg[i] > 0) {
            comX[i] /= massKg[i];
            comZ[i] /= massKg[i];
        }
        for (final PlanarCapsule capsule : links.get(i).capsules()) {
            final double dx = (capsule.x1M() + capsule.x2M()) / 2 - comX[i];
            final double dz = (capsule.z1M() + capsule.z2M()) / 2 - comZ[i];
            inertia[i] += density * (capsule.inertia() + capsule.volumeM3() * (dx * dx + dz * dz));
        }
    }

    /**
     * Number of links, and of joints.
     *
     * @return 1 or more
     */
    public int size() {
        return links.size();
    }
}
