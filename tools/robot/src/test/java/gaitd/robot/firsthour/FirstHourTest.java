package gaitd.robot.firsthour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstHourTest {
    private final Rehearsal rehearsal = new Rehearsal();

    @AfterEach
    void close() {
        rehearsal.close();
    }

    @Test
    void aRobotThatIsWiredRightPassesAllSteps() {
        final HourReport report = rehearsal.run();
        assertTrue(report.isComplete(), () -> String.join("\n", rehearsal.told));
        assertEquals(34, report.passed());
        assertEquals(34, report.lines().size());
    }

    @Test
    void goesNoFurtherWhereSomethingIsWrong() {
        rehearsal.reports = sensed -> sensed.gyro[1] = -sensed.gyro[1];
        final HourReport report = rehearsal.run();
        assertFalse(report.isComplete());
        assertEquals(3, report.passed(), () -> String.join("\n", rehearsal.told));
        assertTrue(rehearsal.told.stream().noneMatch(line -> line.contains("led by hand")));
    }
}
