package gaitd.sim.bus;

import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorReply;
import gaitd.sim.fault.BusTrouble;

/** The motors of one bus as their frames reach them. */
@FunctionalInterface
public interface BusMotors {
    /**
     * Takes a motor's command.
     *
     * @param command of motor 0, 1 or 2
     * @param reply overwritten with what the motor answers
     * @param trouble what is wrong with its end of the bus, overwritten
     * @return whether the motor is there to hear and to answer
     */
    boolean take(MotorCommand command, MotorReply reply, BusTrouble trouble);
}
