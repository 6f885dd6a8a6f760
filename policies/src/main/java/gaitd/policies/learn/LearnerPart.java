package gaitd.policies.learn;

import gaitd.policies.bundle.Safetensors;
import gaitd.policies.bundle.SafetensorsWriter;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.text.FormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The learner's part of a bundle: what learning goes on from, beside the actor's weights, which the bundle has anyway. Not to be modified.
 *
 * @param actorPlan the actor's network and the rule it learned by
 * @param criticPlan the critic's
 * @param task name of the task
 * @param taskText the whole task, as its file has it: observations, actions, reward
 * @param command what made the critic
 * @param critic parameters in the order of the critic's layout
 * @param logDeviation logarithms of the standard deviations of the actions
 * @param rewardDeviation standard deviation of discounted returns, which rewards are divided by
 */
@SuppressWarnings("ArrayRecordComponent")
public record LearnerPart(
        NetPlan actorPlan,
        NetPlan criticPlan,
        String task,
        String taskText,
        String command,
        float[] critic,
        float[] logDeviation,
        float rewardDeviation) {
    private static final String FORMAT = "1";
    private static final double LOG_DEVIATION_LEAST = -12;
    private static final double LOG_DEVIATION_MOST = 2;

    /**
     * The file.
     *
     * @return bytes of {@code learner.safetensors}, the same for the same part
     */
    public byte[] write() {
        final Map<String, String> texts = new LinkedHashMap<>();
        texts.put("format", FORMAT);
        texts.put("actor", actorPlan.text());
        texts.put("critic", criticPlan.text());
        texts.put("task", task);
        texts.put("task_toml", taskText);
        texts.put("command", command);
        return SafetensorsWriter.write(new Safetensors(
                List.of(
                        tensor("critic", critic),
                        tensor("log_deviation", logDeviation),
                        tensor("reward_deviation", rewardDeviation)),
                texts));
    }

    private static Tensor tensor(final String name, final float... values) {
        final double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new Tensor(name, new int[] {values.length}, wide);
    }

    /**
     * Reads a file.
     *
     * @param bytes all of it
     * @param inputs size of an observation
     * @param outputs size of an action
     * @return the part, of networks of these sizes
     * @throws FormatException in one line when it is none, or of other sizes
     */
    public static LearnerPart read(final byte[] bytes, final int inputs, final int outputs) throws FormatException {
        final Safetensors file = Safetensors.parse(bytes);
        final Map<String, String> texts = file.metadata();
        if (!FORMAT.equals(texts.get("format"))) {
            throw new FormatException("format " + texts.get("format") + ", expected " + FORMAT);
        }
        final NetPlan actorPlan = plan(texts, "actor");
        final NetPlan criticPlan = plan(texts, "critic");
        final float[] deviation = numbers(file, "reward_deviation", 1);
        if (!(deviation[0] > 0)) {
            throw new FormatException("reward_deviation " + deviation[0] + ", expected above 0");
        }
        final float[] logs = numbers(file, "log_deviation", outputs);
        for (final float log : logs) {
            if (log < LOG_DEVIATION_LEAST || log > LOG_DEVIATION_MOST) {
                throw new FormatException(
                        "log_deviation %s, expected %s to %s".formatted(log, LOG_DEVIATION_LEAST, LOG_DEVIATION_MOST));
            }
        }
        return new LearnerPart(
                actorPlan,
                criticPlan,
                text(texts, "task"),
                text(texts, "task_toml"),
                text(texts, "command"),
                numbers(file, "critic", Nets.of(criticPlan, inputs, 1).layout().size()),
                logs,
                deviation[0]);
    }

    private static NetPlan plan(final Map<String, String> texts, final String whose) throws FormatException {
        try {
            return NetPlan.parse(text(texts, whose));
        } catch (final IllegalArgumentException e) {
            throw new FormatException(whose + ": " + e.getMessage());
        }
    }

    private static String text(final Map<String, String> texts, final String key) throws FormatException {
        final String text = texts.get(key);
        if (text == null) {
            throw new FormatException("says no " + key + " in its header");
        }
        return text;
    }

    private static float[] numbers(final Safetensors file, final String name, final int size) throws FormatException {
        final double[] values = file.values(name);
        if (values.length != size) {
            throw new FormatException("%s has %d numbers, expected %d".formatted(name, values.length, size));
        }
        final float[] narrow = new float[size];
        for (int i = 0; i < size; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
