package gaitd.hal.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BusBudgetTest {
    /** 112 bytes of 10 bits are 1120 bits. */
    @Test
    void anExchangeIsElevenHundredAndTwentyBits() {
        assertEquals(280_000, new BusBudget(4_000_000).exchangeNs(), 1e-6);
        assertEquals(233_333.333, new BusBudget(4_800_000).exchangeNs(), 1e-3);
        assertEquals(224_000, new BusBudget(5_000_000).exchangeNs(), 1e-6);
    }

    @Test
    void aRoundIsThreeExchangesAndTurnArounds() {
        final BusBudget budget = new BusBudget(4_800_000);
        assertEquals(700_000, budget.roundNs(0), 1e-6);
        assertEquals(1428.571, budget.roundsPerS(0), 1e-3);
        assertEquals(850_000, budget.roundNs(50_000), 1e-6);
        assertEquals(1176.471, budget.roundsPerS(50_000), 1e-3);
        assertEquals(433_333.333, budget.turnaroundNs(500), 1e-3);
        assertEquals(100_000, budget.turnaroundNs(1000), 1e-6);
        assertEquals(0, budget.turnaroundNs(budget.roundsPerS(0)), 1e-6);
    }
}
