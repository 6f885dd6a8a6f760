package gaitd.robot.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.mqtt.StopCommand;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupStopTest {
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final FakeTalk talk = new FakeTalk();
    private final FakeTalk others = talk.another();
    private final GroupStop stop = new GroupStop("yard", SECRET, "stop-1");

    private void isThere(final String serial, final String group) {
        tell("uagv/v3/gaitd/" + serial + "/connection", "{'connectionState':'ONLINE'}");
        tell("gaitd/v1/" + serial + "/status", "{'group':'" + group + "','session':'5e55','version':'1'}");
    }

    private void tell(final String topic, final String json) {
        others.tell(topic, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), true);
    }

    private void answers(final String serial, final String id, final String state, final String topicOf) {
        tell(
                "gaitd/v1/" + topicOf + "/answer",
                "{'serial':'" + serial + "','id':'" + id + "','state':'" + state + "','why':null}");
    }

    @Test
    void everyRobotOfTheGroupIsCommandedOnceAndItsOwnAnswerIsHeard() {
        isThere("a1-01", "yard");
        isThere("a1-02", "yard");
        isThere("a1-03", "field");
        talk.connect(stop);
        talk.round();
        talk.round();
        assertEquals(Map.of("a1-01", "", "a1-02", ""), stop.answers());
        assertFalse(stop.isAnswered());
        answers("a1-01", "stop-1", "accepted", "a1-01");
        answers("a1-01", "stop-0", "done", "a1-01");
        answers("a1-02", "stop-1", "done", "a1-01");
        talk.round();
        assertEquals(Map.of("a1-01", "", "a1-02", ""), stop.answers(), "no end, another command's, another robot's");
        answers("a1-01", "stop-1", "done", "a1-01");
        answers("a1-02", "stop-1", "refused", "a1-02");
        talk.round();
        assertTrue(stop.isAnswered());
        assertEquals(Map.of("a1-01", "done", "a1-02", "refused"), stop.answers());
        isThere("a1-04", "yard");
        talk.round();
        talk.round();
        assertFalse(stop.isAnswered(), "one that comes while it lasts is commanded, too");
    }

    @Test
    void theCommandIsNotKeptByTheBroker() {
        isThere("a1-01", "yard");
        talk.connect(stop);
        talk.round();
        assertTrue(stop.answers().containsKey("a1-01"));
        assertFalse(talk.kept.containsKey(StopCommand.topic("a1-01")));
    }
}
