package gaitd.lab.head;

import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ObservedSignal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that programs for learning give to what a policy observes. */
enum TermNames {
    /** Of {@link ObservedSignal#ANGULAR_VELOCITY}. */
    ANGULAR_VELOCITY("ang_vel", "base_ang_vel", "ang_vel_body", "gyro", "imu_ang_vel"),
    /** Of {@link ObservedSignal#LINEAR_VELOCITY}. */
    LINEAR_VELOCITY("lin_vel", "base_lin_vel", "linvel", "local_linvel"),
    /** Of {@link ObservedSignal#GRAVITY}. */
    GRAVITY("gravity_vec", "projected_gravity", "gravity"),
    /** Of {@link ObservedSignal#COMMAND}. */
    COMMAND("commands", "command", "velocity_commands", "keyboard_velocity_commands", "generated_commands", "twist"),
    /** Of {@link ObservedSignal#JOINT_OFFSET}. */
    JOINT_OFFSET("dof_pos", "joint_pos_rel", "joint_pos", "joint_angles"),
    /** Of {@link ObservedSignal#JOINT_VELOCITY}. */
    JOINT_VELOCITY("dof_vel", "joint_vel", "joint_vel_rel"),
    /** Of {@link ObservedSignal#LAST_ACTION}. */
    LAST_ACTION("actions", "action", "last_action", "last_act", "last_actions", "prev_actions");

    private final List<String> names;

    TermNames(final String... names) {
        this.names = List.of(names);
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
        final String lower = name.toLowerCase(Locale.ROOT);
        for (final TermNames known : values()) {
            if (known.names.contains(lower)) {
                return ObservedSignal.valueOf(known.name());
            }
        }
        throw new FactsException("observation '%s' (%s) is not known; known are %s: --set observe=... gives the list"
                .formatted(
                        name,
                        source,
                        Arrays.stream(values())
                                .flatMap(known -> known.names.stream())
                                .collect(Collectors.joining(", "))));
    }

    /** The signal of a function of Isaac Lab, whose name says whether angles count from the pose. */
    static ObservedSignal function(final String name, final String source) {
        return name.equals("joint_pos") ? ObservedSignal.JOINT_POSITION : signal(name, source);
    }
}
