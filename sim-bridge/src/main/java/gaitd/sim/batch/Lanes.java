package gaitd.sim.batch;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Access to arrays whose quantities follow each other lane by lane: quantity i of a group starts at i times the lanes.
 *
 * <p>Vectors stay within one method everywhere in this package: one that is passed to a method which the compiler does not
 * inline becomes an object.
 */
final class Lanes {
    /**
     * The machine's vectors, of at most four doubles: a group is swept until the slowest of its robots has settled, and with
     * eight that costs more than wider vectors save.
     */
    static final VectorSpecies<Double> S =
            DoubleVector.SPECIES_PREFERRED.length() > 4 ? DoubleVector.SPECIES_256 : DoubleVector.SPECIES_PREFERRED;
    /** Robots in a group. */
    static final int N = S.length();

    private Lanes() {}

    static double[] room(final int quantities) {
        return new double[quantities * N];
    }
}
