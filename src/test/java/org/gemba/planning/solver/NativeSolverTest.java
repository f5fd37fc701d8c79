package org.gemba.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import org.junit.jupiter.api.Test;

class NativeSolverTest {
    @Test
    void loadsTwiceAndSolves() {
        assertThat(NativeSolver.load()).isEmpty();
        assertThat(NativeSolver.load()).isEmpty();
        var model = new CpModel();
        var x = model.newIntVar(0, 10, "x");
        var y = model.newIntVar(0, 10, "y");
        model.addLessOrEqual(
                LinearExpr.weightedSum(new com.google.ortools.sat.LinearArgument[] {x, y}, new long[] {2, 3}), 12);
        model.maximize(LinearExpr.sum(new com.google.ortools.sat.LinearArgument[] {x, y}));
        var solver = new CpSolver();
        assertThat(solver.solve(model)).isEqualTo(CpSolverStatus.OPTIMAL);
        assertThat(solver.objectiveValue()).isEqualTo(6);
    }
}
