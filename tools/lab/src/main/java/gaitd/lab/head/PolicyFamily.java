package gaitd.lab.head;

import gaitd.policies.bundle.FactsException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Families of programs that policies are trained with, and what their policies have unless something says otherwise. */
enum PolicyFamily {
    /** Isaac Gym's legged_gym: its A1. */
    LEGGED_GYM {
        @Override
        void assume(final int inputs, final HeadFacts facts) {
            final String source = "legged_gym's A1";
            isaacGym(facts, source);
            posture(facts, "20", "0.5", "0.25", source);
            facts.assume("scale.command", "2 2 0.25", source);
            facts.assume(HeadKey.CLIP.key(), "100", source);
            observe(inputs, facts, "gravity command joint_offset joint_velocity last_action", source);
        }
    },
    /** Isaac Lab: its A1 on flat ground. */
    ISAAC_LAB {
        @Override
        void assume(final int inputs, final HeadFacts facts) {
            isaacLab(inputs, facts, "Isaac Lab's A1");
        }
    },
    /** rl_sar: its files tell all but the layout of histories, which older ones leave to the program. */
    RL_SAR {
        @Override
        void assume(final int inputs, final HeadFacts facts) {
            facts.assume(HeadKey.HISTORY_LAYOUT.key(), "by_time", "rl_sar without a priority");
        }
    },
    /** MuJoCo Playground: its Go1 with a joystick. */
    MUJOCO_PLAYGROUND {
        @Override
        void assume(final int inputs, final HeadFacts facts) {
            final String source = "mujoco_playground's Go1";
            facts.assume(HeadKey.JOINTS.key(), "by_leg FR FL RR RL", source);
            facts.assume(HeadKey.POLICY_HZ.key(), "50", source);
            facts.assume(HeadKey.KP.key(), "35", source);
            facts.assume(HeadKey.KD.key(), "0.5", source);
            facts.assume(HeadKey.POSE_RAD.key(), ".*R_hip:0.1 .*L_hip:-0.1 .*_thigh:0.9 .*_calf:-1.8", source);
            facts.assume(HeadKey.ACTION_SCALE.key(), "0.5", source);
            facts.assume(HeadKey.SCALE.key(), "1", source);
            observe(inputs, facts, "gravity joint_offset joint_velocity last_action command", source);
        }
    },
    /** unitree_rl_lab: its Go2; {@code deploy.yaml} tells the rest. */
    UNITREE_RL_LAB {
        @Override
        void assume(final int inputs, final HeadFacts facts) {
            final String source = "unitree_rl_lab's Go2";
            isaacLab(inputs, facts, source);
            facts.assume("scale.angular_velocity", "0.2", source);
            facts.assume("scale.joint_velocity", "0.05", source);
        }
    },
    /** mjlab: its models tell all but the rate and that nothing is scaled. */
    MJLAB {
        @Override
        void assume(final int inputs, final HeadFacts facts) {
            final String source = "mjlab's tasks of velocity";
            facts.assume(HeadKey.POLICY_HZ.key(), "50", source);
            facts.assume(HeadKey.SCALE.key(), "1", source);
            steps(facts, "oldest_first", "by_term", source);
        }
    },
    /** Walk These Ways: its Go1. */
    WALK_THESE_WAYS {
        @Override
        void assume(final int inputs, final HeadFacts facts) {
            final String source = "walk-these-ways' Go1";
            isaacGym(facts, source);
            posture(facts, "20", "0.5", "0.125 0.25 0.25", source);
            facts.assume("scale.command", "2 2 0.25", source);
            facts.assume(HeadKey.CLIP.key(), "100", source);
            steps(facts, "oldest_first", "by_time", source);
            if (inputs == 2100) {
                facts.assume(
                        HeadKey.OBSERVE.key(),
                        "gravity command constant joint_offset joint_velocity last_action previous_action clock_sin",
                        source + " with 30 steps of 70 values");
                facts.assume("scale.previous_action", "1", source);
                facts.assume("scale.clock_sin", "1", source);
                facts.assume(HeadKey.PERIOD_S.key(), Double.toString(1 / 3.0), source + " trotting at 3 Hz");
                facts.assume(HeadKey.PHASE.key(), "0.5 0 0 0.5", source + " trotting at 3 Hz");
            }
        }
    };

    /** Assumes what its policies have, for a network of so many inputs. */
    abstract void assume(int inputs, HeadFacts facts);

    /** The family of a name. */
    static PolicyFamily of(final String name) {
        return Arrays.stream(values())
                .filter(family -> family.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new FactsException("--like %s: expected one of %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(PolicyFamily::key).collect(Collectors.joining(", ")))));
    }

    /** As it is written. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void isaacGym(final HeadFacts facts, final String source) {
        facts.assume(HeadKey.JOINTS.key(), "by_leg FL FR RL RR", source);
        facts.assume(HeadKey.POLICY_HZ.key(), "50", source);
        facts.assume("scale.linear_velocity", "2", source);
        facts.assume("scale.angular_velocity", "0.25", source);
        facts.assume("scale.joint_offset", "1", source);
        facts.assume("scale.joint_velocity", "0.05", source);
        facts.assume("scale.gravity", "1", source);
        facts.assume("scale.last_action", "1", source);
    }

    private static void isaacLab(final int inputs, final HeadFacts facts, final String source) {
        facts.assume(HeadKey.JOINTS.key(), "by_kind FL FR RL RR", source);
        facts.assume(HeadKey.POLICY_HZ.key(), "50", source);
        posture(facts, "25", "0.5", "0.25", source);
        facts.assume(HeadKey.SCALE.key(), "1", source);
        steps(facts, "oldest_first", "by_term", source);
        observe(inputs, facts, "gravity command joint_offset joint_velocity last_action", source);
    }

    private static void posture(
            final HeadFacts facts, final String kp, final String kd, final String scale, final String source) {
        facts.assume(HeadKey.KP.key(), kp, source);
        facts.assume(HeadKey.KD.key(), kd, source);
        facts.assume(HeadKey.POSE_RAD.key(), ".*L_hip:0.1 .*R_hip:-0.1 F._thigh:0.8 R._thigh:1.0 .*_calf:-1.5", source);
        facts.assume(HeadKey.ACTION_SCALE.key(), scale, source);
    }

    private static void steps(final HeadFacts facts, final String order, final String layout, final String source) {
        facts.assume(HeadKey.HISTORY_ORDER.key(), order, source);
        facts.assume(HeadKey.HISTORY_LAYOUT.key(), layout, source);
    }

    /** With 48 inputs the linear velocity comes first, with 45 it is left out; other lists are not assumed. */
    private static void observe(final int inputs, final HeadFacts facts, final String others, final String source) {
        final String known = "angular_velocity " + others;
        if (inputs == 48) {
            facts.assume(HeadKey.OBSERVE.key(), "linear_velocity " + known, source + " with 48 inputs");
        } else if (inputs == 45) {
            facts.assume(HeadKey.OBSERVE.key(), known, source + " with 45 inputs");
        }
    }
}
