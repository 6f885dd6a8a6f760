package gaitd.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The runs between real processes, at real time: a robot that trots, of which one part fails. */
final class LiveCases {
    /** A run in which nothing fails. */
    static final String NONE = "none";

    private static final List<String> OF_THE_ROBOT = List.of(
            "imu.stuck",
            "imu.quaternion.off",
            "joint.FR_calf.angle.offset",
            "joint.RL_thigh.speed.sign",
            "motor.FL_thigh.off",
            "motor.all.off",
            "tick.stuck",
            "remote.garbage",
            "state.stuck",
            "state.lost",
            "state.delayed:600",
            "state.garbage",
            "command.lost",
            "command.delayed",
            "command.garbage",
            "board.hung",
            "board.reset",
            "battery.off");

    private LiveCases() {}

    static List<TrialCase> of(final int seeds, final Predicate<String> chosen) {
        final List<String> names = new ArrayList<>(List.of(NONE));
        names.addAll(OF_THE_ROBOT);
        for (final OperatorFault fault : OperatorFault.values()) {
            names.add(fault.key());
        }
        for (final ProcessFault fault : ProcessFault.values()) {
            names.add(fault.key());
        }
        final List<TrialCase> cases = new ArrayList<>();
        for (final String name : names) {
            for (int seed = 1; seed <= seeds; seed++) {
                final TrialCase one = new TrialCase(cell(name), name, Activity.TROT, seed);
                if (chosen.test(one.key()) || chosen.test(one.cell() + " " + one.activity().key + " " + seed)) {
                    cases.add(one);
                }
            }
        }
        return cases;
    }

    /** Component and type, without the part and the argument. */
    private static String cell(final String name) {
        return name.replaceFirst(":.*", "").replaceFirst("^(joint|motor)\\.[A-Za-z_]+\\.", "$1.");
    }
}
