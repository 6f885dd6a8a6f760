package gaitd.lab.course;

import java.util.List;

/** Velocities that are held for 20 s on flat ground, within 0.1 m/s and 0.15 rad/s of what is asked for. */
final class SpeedLadders {
    static final List<CourseLadder> ALL = List.of(
            Rungs.speed("forward", "forward, m/s", v -> CourseDrive.hold(v, 0, 0, false), 0.4, 0.6, 0.8, 1, 1.2, 1.5),
            Rungs.speed("backward", "backward, m/s", v -> CourseDrive.hold(-v, 0, 0, false), 0.2, 0.3, 0.4, 0.6, 0.8),
            Rungs.speed("sideways", "sideways, m/s", v -> CourseDrive.hold(0, v, 0, false), 0.1, 0.2, 0.3, 0.5, 0.7),
            Rungs.speed("turning", "turning, rad/s", v -> CourseDrive.hold(0, 0, v, false), 0.4, 0.7, 1, 1.5, 2),
            Rungs.speed(
                    "start-stop",
                    "start and stop, m/s",
                    v -> CourseDrive.hold(v, 0, 0, true),
                    0.3,
                    0.5,
                    0.7,
                    0.9,
                    1.2));

    private SpeedLadders() {}
}
