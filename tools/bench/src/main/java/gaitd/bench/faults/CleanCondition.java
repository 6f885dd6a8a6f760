package gaitd.bench.faults;

import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import java.util.List;

/** What a robot that works has to put up with. */
enum CleanCondition {
    /** Nothing. */
    PLAIN(false, false, 1),
    /** A push of 0.3 m/s every 5 s. */
    PUSHED(true, false, 1),
    /** A fifth of all datagrams is lost, every other one comes 5 ms late, both ways. */
    LOSSY(false, true, 1),
    /** Five times the usual noise. */
    NOISY(false, false, 5),
    /** All of it. */
    HARSH(true, true, 5);

    private static final double PUSH_M_S = 0.3;
    private static final double PUSH_EVERY_S = 5;

    private final boolean pushed;
    private final boolean lossy;
    private final double noise;

    CleanCondition(final boolean pushed, final boolean lossy, final double noise) {
        this.pushed = pushed;
        this.lossy = lossy;
        this.noise = noise;
    }

    /** The pushes, or null for none. */
    World.Push push() {
        return pushed ? new World.Push(PUSH_M_S, PUSH_EVERY_S) : null;
    }

    /** What happens to datagrams. */
    List<String> wire() {
        return lossy
                ? List.of("state.lost:0.2@0", "state.reordered:5@0", "command.lost:0.2@0", "command.reordered:5@0")
                : List.of();
    }

    Config noisy(final Config config) {
        return config.change()
                .set(RangeSetting.SENSOR_NOISE, noise, noise, "the condition " + this)
                .conclude();
    }
}
