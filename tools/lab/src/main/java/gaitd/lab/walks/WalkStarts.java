package gaitd.lab.walks;

import gaitd.policies.learn.RandomStream;
import gaitd.sim.env.EpisodeStart;
import gaitd.sim.terrain.TerrainKind;
import gaitd.sim.terrain.Terrains;
import java.util.EnumSet;
import java.util.Set;

/** Where walks begin, and how far they have to go. */
@FunctionalInterface
public interface WalkStarts {
    /** How far from the middle, m; grounds reach 40 m to each side. */
    double REACH_M = 20;

    /**
     * Decides where a walk begins. Called by any thread; allocates nothing.
     *
     * @param seed decides what is drawn for it
     * @param start at the origin, changed
     */
    void begin(long seed, EpisodeStart start);

    /**
     * Anywhere near the middle, in any direction, on ground of one kind all over; at the origin along x on courses.
     *
     * @param terrain name of the ground
     * @param goalM way forward, m
     * @return the starts
     */
    static WalkStarts on(final String terrain, final double goalM) {
        return isEverywhere(terrain) ? anywhere(goalM) : (seed, start) -> start.goalM = goalM;
    }

    private static WalkStarts anywhere(final double goalM) {
        return (seed, start) -> {
            start.goalM = goalM;
            start.xM = REACH_M * share(seed, 1);
            start.yM = REACH_M * share(seed, 2);
            start.headingRad = Math.PI * share(seed, 3);
        };
    }

    /**
     * Whether a ground is of one kind all over.
     *
     * @param terrain its name
     * @return false for courses, which begin at the origin and lead along x
     */
    static boolean isEverywhere(final String terrain) {
        return Kinds.EVERYWHERE.contains(Terrains.kind(terrain));
    }

    /**
     * A drawn number.
     *
     * @param seed of the walk
     * @param purpose which number
     * @return evenly from -1 to 1
     */
    static double share(final long seed, final long purpose) {
        return (RandomStream.seed(seed, purpose) >> 11) * 0x1p-52;
    }

    /** Kinds of ground. */
    final class Kinds {
        private static final Set<TerrainKind> EVERYWHERE = EnumSet.of(
                TerrainKind.FLAT, TerrainKind.ROUGH, TerrainKind.TILES, TerrainKind.WAVES, TerrainKind.DEBRIS);

        private Kinds() {}
    }
}
