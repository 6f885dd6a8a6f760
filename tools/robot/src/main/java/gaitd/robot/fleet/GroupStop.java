package gaitd.robot.fleet;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.robot.mqtt.BrokerGuest;
import gaitd.robot.mqtt.BrokerTalk;
import gaitd.robot.mqtt.StopCommand;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Stops all robots of a group from afar, and hears what each answers. A robot is commanded as soon as the broker tells of it. */
final class GroupStop implements BrokerGuest {
    private static final String ANSWERS = "gaitd/v1/+/answer";

    private final FleetBook book = new FleetBook();
    private final String group;
    private final byte[] secret;
    private final String id;
    /** By serial, what was answered; empty when nothing was. */
    private final TreeMap<String, String> answers = new TreeMap<>();

    private boolean isConnected;

    /**
     * A stop that has not begun.
     *
     * @param group of robots
     * @param secret that their commands are signed with
     * @param id of the command, another one for each
     */
    GroupStop(final String group, final byte[] secret, final String id) {
        this.group = group;
        this.secret = secret.clone();
        this.id = id;
    }

    @Override
    public void connected(final BrokerTalk talk) {
        isConnected = true;
        talk.subscribe(ANSWERS);
        talk.subscribe(FleetTopics.STATUSES);
        talk.subscribe(FleetTopics.CONNECTIONS);
    }

    @Override
    public void arrived(final String topic, final byte[] payload) {
        book.take(topic, payload);
        if (!topic.endsWith("/answer")) {
            return;
        }
        try {
            final JsonFields answer =
                    new JsonFields("answer", JsonReader.parse(new String(payload, StandardCharsets.UTF_8)));
            final String serial = answer.text("serial");
            final String state = answer.text("state");
            if (answer.text("id").equals(id)
                    && topic.equals("gaitd/v1/" + serial + "/answer")
                    && !state.equals("accepted")) {
                answers.replace(serial, answer.has("why") ? state + ": " + answer.text("why") : state);
            }
        } catch (final FormatException e) {
            // No robot's answer; whoever does not answer is told.
            return;
        }
    }

    @Override
    public void work(final BrokerTalk talk) {
        for (final FleetBook.Robot robot : book.all()) {
            if (robot.group().equals(group)
                    && !robot.session().isEmpty()
                    && !answers.containsKey(robot.serial())
                    && talk.tell(
                            StopCommand.topic(robot.serial()),
                            StopCommand.message(id, robot.serial(), robot.session(), secret),
                            false)) {
                answers.put(robot.serial(), "");
            }
        }
    }

    /** Whether there was a connection. */
    boolean isConnected() {
        return isConnected;
    }

    /** Robots that were commanded, with what they answered; empty when they have not. */
    Map<String, String> answers() {
        return new LinkedHashMap<>(answers);
    }

    /** Whether all who are there have answered. */
    boolean isAnswered() {
        return !answers.isEmpty()
                && book.all().stream()
                        .filter(robot -> robot.group().equals(group) && robot.isOnline())
                        .noneMatch(robot ->
                                answers.getOrDefault(robot.serial(), "").isEmpty());
    }
}
