package gaitd.lab.head;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Facts in the settings of legged_gym and of what descends from it, written down as YAML: {@code control}, {@code init_state},
 * {@code normalization}, {@code sim}.
 */
final class LeggedGymYaml {
    private static final String ANGLES = "default_joint_angles";
    private static final String ACTION_SCALE = "action_scale";
    private static final String REDUCTION = "hip_scale_reduction";
    private static final String OBS_SCALES = "obs_scales";
    private static final String CLIP_ACTIONS = "clip_actions";

    private LeggedGymYaml() {}

    static boolean isOne(final YamlMap top) {
        return top.map("control").has("stiffness") && top.map("init_state").has(ANGLES);
    }

    static void tell(final YamlMap top, final HeadFacts facts) {
        final YamlMap control = top.map("control");
        final YamlMap init = top.map("init_state");
        facts.tell(HeadKey.POSE_RAD, init.pairs(ANGLES), init.source(ANGLES));
        facts.tell(HeadKey.KP, contained(control.pairs("stiffness")), control.source("stiffness"));
        facts.tell(HeadKey.KD, contained(control.pairs("damping")), control.source("damping"));
        actionScale(control, facts);
        final double periodS = top.map("sim").number("dt") * control.number("decimation");
        if (periodS > 0) {
            facts.tell(HeadKey.POLICY_HZ, Rates.words(periodS), top.source("sim.dt x control.decimation"));
        }
        final YamlMap normal = top.map("normalization");
        facts.tell(HeadKey.CLIP, normal.words("clip_observations"), normal.source("clip_observations"));
        for (final String clip : normal.words(CLIP_ACTIONS)) {
            facts.tell(HeadKey.ACTION_MIN, List.of("-" + clip), normal.source(CLIP_ACTIONS));
            facts.tell(HeadKey.ACTION_MAX, List.of(clip), normal.source(CLIP_ACTIONS));
        }
        scales(top.has(OBS_SCALES) ? top.map(OBS_SCALES) : normal.map(OBS_SCALES), facts);
    }

    /** A name there stands for all joints whose names contain it. */
    private static List<String> contained(final List<String> pairs) {
        return pairs.stream()
                .map(pair -> {
                    final int at = pair.lastIndexOf(JointWords.PAIR);
                    return at < 0 ? pair : ".*" + Pattern.quote(pair.substring(0, at)) + ".*" + pair.substring(at);
                })
                .toList();
    }

    private static void actionScale(final YamlMap control, final HeadFacts facts) {
        final double scale = control.number(ACTION_SCALE);
        final double hip = control.number(REDUCTION);
        if (Double.isNaN(scale) || Double.isNaN(hip)) {
            facts.tell(HeadKey.ACTION_SCALE, control.words(ACTION_SCALE), control.source(ACTION_SCALE));
        } else {
            final String rest = Double.toString(scale);
            facts.tell(
                    HeadKey.ACTION_SCALE,
                    List.of(Double.toString(scale * hip), rest, rest),
                    control.source(ACTION_SCALE + " and " + REDUCTION));
        }
    }

    private static void scales(final YamlMap scales, final HeadFacts facts) {
        facts.tell("scale.linear_velocity", scales.words("lin_vel"), scales.source("lin_vel"));
        facts.tell("scale.angular_velocity", scales.words("ang_vel"), scales.source("ang_vel"));
        facts.tell("scale.joint_offset", scales.words("dof_pos"), scales.source("dof_pos"));
        facts.tell("scale.joint_velocity", scales.words("dof_vel"), scales.source("dof_vel"));
        if (scales.has("lin_vel") && scales.has("ang_vel")) {
            final List<String> command = new ArrayList<>(scales.words("lin_vel"));
            command.addAll(scales.words("lin_vel"));
            command.addAll(scales.words("ang_vel"));
            facts.tell("scale.command", command, scales.source("lin_vel and ang_vel"));
        }
    }
}
