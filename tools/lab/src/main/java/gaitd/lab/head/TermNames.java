package gaitd.lab.head;

import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ObservedSignal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that programs for learning give to what a policy observes. */
final class TermNames {
    private static final Map<String, ObservedSignal> KNOWN = new LinkedHashMap<>();

    static {
        known(ObservedSignal.ANGULAR_VELOCITY, "ang_vel", "base_ang_vel", "ang_vel_body", "gyro", "imu_ang_vel");
        known(ObservedSignal.LINEAR_VELOCITY, "lin_vel", "base_lin_vel", "linvel", "local_linvel");
        known(ObservedSignal.GRAVITY, "gravity_vec", "projected_gravity", "gravity");
        known(ObservedSignal.COMMAND, "commands", "command", "velocity_commands", "keyboard_velocity_commands");
        known(ObservedSignal.COMMAND, "generated_commands", "twist");
        known(ObservedSignal.JOINT_OFFSET, "dof_pos", "joint_pos_rel", "joint_pos", "joint_angles");
        known(ObservedSignal.JOINT_VELOCITY, "dof_vel", "joint_vel", "joint_vel_rel");
        known(ObservedSignal.LAST_ACTION, "actions", "action", "last_action", "last_act", "prev_actions");
    }

    private TermNames() {}

    private static void known(final ObservedSignal signal, final String... names) {
        for (final String name : names) {
            KNOWN.put(name, signal);
        }
    }

    /** This program's names, in the same order. */
    static List<String> signals(final List<String> names, final String source) {
        return names.stream().map(name -> signal(name, source).key()).toList();
    }

    /**
     * The signal of a name.
     *
     * @throws FactsException when the name is not known
     */
    static ObservedSignal signal(final String name, final String source) {
        final ObservedSignal signal = KNOWN.get(name.toLowerCase(Locale.ROOT));
        if (signal == null) {
            throw new FactsException(
                    "observation '%s' (%s) is not known; known are %s: --set observe=... gives the list"
                            .formatted(name, source, String.join(", ", KNOWN.keySet())));
        }
        return signal;
    }

    /**
     * The signal of a term of Isaac Lab or mjlab by its function, whose name says whether angles count from the pose; by the term's
     * own name when the function is one for any sensor.
     */
    static ObservedSignal function(final String function, final String term, final String source) {
        if (function.equals("joint_pos")) {
            return ObservedSignal.JOINT_POSITION;
        }
        final boolean anySensor = !KNOWN.containsKey(function) && KNOWN.containsKey(term);
        return signal(anySensor ? term : function, source);
    }
}
