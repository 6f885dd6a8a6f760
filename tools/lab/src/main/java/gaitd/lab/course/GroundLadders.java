package gaitd.lab.course;

import gaitd.runtime.config.Config;
import java.util.List;

/** Grounds, walked by the robot as it was made at 0.3 m/s. */
final class GroundLadders {
    private static final double CM = 0.01;

    static final List<CourseLadder> ALL = List.of(
            Rungs.ground("tiles", "tiles, +- cm", 10, level -> name("tiles:%s", level), 2, 4, 6, 8, 10),
            Rungs.ground("rough", "rough ground, +- cm", 10, level -> name("rough:%s", level), 2, 4, 6, 8, 10),
            Rungs.ground("waves", "waves, +- cm", 10, level -> name("waves:%s,length=1", level), 3, 6, 9, 12, 15),
            Rungs.ground("slope-up", "slope up, deg", 5, level -> "slope:" + plain(level), 10, 15, 20, 25, 30),
            Rungs.ground("slope-down", "slope down, deg", 5, level -> "slope:" + plain(-level), 10, 15, 20, 25, 30),
            Rungs.from(
                    "slope-across",
                    "slope across, deg",
                    CourseDrive.eitherWay(8),
                    level -> "across:" + plain(level),
                    10,
                    15,
                    20,
                    25,
                    30),
            Rungs.ground("stairs-up", "5 steps up, cm", 3.2, level -> name("stairs:%s", level), 4, 8, 10, 12, 15),
            Rungs.from(
                    "stairs-down",
                    "5 steps down, cm",
                    CourseDrive.from(3.4, 2.9),
                    level -> name("stairs:%s", level),
                    4,
                    8,
                    10,
                    12,
                    15),
            Rungs.ground("stairs", "5 steps up and down, cm", 6, level -> name("stairs:%s", level), 4, 8, 10, 12, 15),
            Rungs.ground("steps", "single steps, cm", 7.4, level -> name("stairs:%s,steps=1", level), 4, 6, 8, 10, 12),
            Rungs.ground("gaps", "gaps, cm", 8, level -> name("gaps:%s", level), 5, 10, 15, 20, 25),
            Rungs.from(
                    "mixed",
                    "mixed ground, hardness",
                    CourseDrive.from(10.5, 0, 13, 22.8),
                    level -> "mixed:" + plain(level),
                    0.2,
                    0.4,
                    0.6,
                    0.8,
                    1),
            Rungs.ground("unseen", "unseen: debris, cm", 10, level -> name("debris:%s", level), 3, 6, 9, 12, 15));

    private GroundLadders() {}

    private static String name(final String form, final double levelCm) {
        return form.formatted(plain(Math.rint(levelCm) * CM));
    }

    private static String plain(final double value) {
        return Config.plain(value);
    }
}
