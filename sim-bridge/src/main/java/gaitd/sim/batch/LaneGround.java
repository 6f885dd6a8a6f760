package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;

import gaitd.sim.engine.ContactFinder;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** The ground of every robot of a batch, with one worker's contact searches, one for each different ground. */
final class LaneGround {
    /** Height of the plane under each robot, m; unused where there is none. */
    final double[] planeM;

    private final int robots;
    private final boolean[] level;
    private final ContactFinder[] finders;

    LaneGround(final BatchLayout layout, final List<Terrain> terrains) {
        this.robots = layout.robots();
        this.planeM = layout.room(1);
        this.level = new boolean[layout.groups()];
        this.finders = new ContactFinder[robots];
        final IdentityHashMap<Terrain, ContactFinder> known = new IdentityHashMap<>();
        Arrays.fill(level, true);
        for (int robot = 0; robot < robots; robot++) {
            final Terrain terrain = terrains.get(robot);
            finders[robot] = known.computeIfAbsent(terrain, t -> new ContactFinder(t));
            planeM[layout.index(robot, 1, 0)] = terrain.planeM();
            level[robot / layout.lanes()] &= terrain.grid() == null && terrain.columns() == null;
        }
    }

    /** Whether all robots of a group are on level ground. */
    boolean level(final int group) {
        return level[group];
    }

    /** The search of a robot, null for an idle lane. */
    ContactFinder finder(final int group, final int lane) {
        final int robot = group * N + lane;
        return robot < robots ? finders[robot] : null;
    }
}
