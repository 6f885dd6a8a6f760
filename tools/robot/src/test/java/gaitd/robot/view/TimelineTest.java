package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.text.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private final Timeline timeline = new Timeline(10, List.of());

    @Test
    void playsToItsEndAndIsThenHeld() {
        assertEquals(4, timeline.advance(4).atS());
        assertTrue(timeline.advance(0).plays());
        final Timeline.Place end = timeline.advance(7);
        assertEquals(10, end.atS());
        assertFalse(end.plays());
    }

    @Test
    void isMovedHeldAndSlowed() throws FormatException {
        timeline.move("{\"at\": 8, \"play\": false}");
        assertEquals(new Timeline.Place(8, false, 1), timeline.advance(1));
        timeline.move("{\"play\": true, \"speed\": 0.25}");
        assertEquals(new Timeline.Place(8.25, true, 1), timeline.advance(1));
        timeline.move("{\"at\": 0}");
        timeline.move("{\"at\": 10}");
        assertEquals(3, timeline.advance(0).seeks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"at\": -0.1}",
                "{\"at\": 10.1}",
                "{\"at\": 1e999}",
                "{\"at\": 1, \"speed\": 0.01}",
                "{\"speed\": 17}",
                "{\"at\": \"x\"}",
                "{\"play\": 1, \"at\": 3}",
                "[]",
                ""
            })
    void whatIsOutsideChangesNothing(final String text) {
        assertThrows(FormatException.class, () -> timeline.move(text));
        assertEquals(new Timeline.Place(0, true, 0), timeline.advance(0));
    }
}
