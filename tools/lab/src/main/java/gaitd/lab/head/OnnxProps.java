package gaitd.lab.head;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Facts in the metadata that Isaac Lab's and mjlab's exporters write into ONNX models: lists with commas, numbers rounded to 1e-3. */
final class OnnxProps {
    private static final String WHERE = "metadata ";
    private static final String JOINTS = "joint_names";
    private static final String OBSERVATIONS = "observation_names";

    private OnnxProps() {}

    /** Tells them; names of observations, which do not say what angles count from, only when no file has told of these. */
    static void tell(final Map<String, String> metadata, final HeadFacts facts) {
        final List<String> joints = words(metadata, JOINTS);
        facts.tell(HeadKey.JOINTS, joints, WHERE + JOINTS);
        numbers(metadata, "joint_stiffness", HeadKey.KP, joints, facts);
        numbers(metadata, "joint_damping", HeadKey.KD, joints, facts);
        numbers(metadata, "default_joint_pos", HeadKey.POSE_RAD, joints, facts);
        numbers(metadata, "action_scale", HeadKey.ACTION_SCALE, joints, facts);
        if (!facts.isTold(HeadKey.OBSERVE)) {
            facts.tell(
                    HeadKey.OBSERVE,
                    TermNames.signals(words(metadata, OBSERVATIONS), WHERE + OBSERVATIONS),
                    WHERE + OBSERVATIONS);
        }
    }

    private static void numbers(
            final Map<String, String> metadata,
            final String name,
            final HeadKey key,
            final List<String> joints,
            final HeadFacts facts) {
        final List<String> words = words(metadata, name);
        facts.tell(key, HeadFact.named(joints, words), WHERE + name);
    }

    private static List<String> words(final Map<String, String> metadata, final String name) {
        return Arrays.stream(metadata.getOrDefault(name, "")
                        .replaceAll("[\\[\\]'\"]", "")
                        .split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
