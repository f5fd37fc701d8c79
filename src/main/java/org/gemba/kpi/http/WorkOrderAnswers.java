package org.gemba.kpi.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gemba.kpi.Hold;
import org.gemba.kpi.HoldReason;
import org.gemba.kpi.HoldState;
import org.gemba.kpi.Job;
import org.gemba.kpi.NewWorkOrder;
import org.gemba.kpi.Priority;
import org.gemba.kpi.WorkOrder;
import org.gemba.kpi.WorkOrderService;
import org.gemba.kpi.WorkOrderStatus;
import org.jspecify.annotations.Nullable;

/// What the work order routes take and answer.
final class WorkOrderAnswers {
    private WorkOrderAnswers() {}

    record Body(
            String workOrderId,
            @Nullable String clientId,
            String styleModel,
            long plannedQuantity,
            @Nullable LocalDate plannedStartDate,
            @Nullable LocalDate plannedShipDate,
            @Nullable LocalDate requiredDate,
            @Nullable LocalDate actualStartDate,
            @Nullable LocalDate actualShipDate,
            @Nullable BigDecimal idealCycleTime,
            @Nullable Priority priorityLevel,
            @Nullable String poNumber,
            @Nullable String mtoNumber,
            @Nullable String notes) {
        NewWorkOrder asked(String number) {
            return new NewWorkOrder(
                    number,
                    clientId,
                    styleModel,
                    plannedQuantity,
                    plannedStartDate,
                    plannedShipDate,
                    requiredDate,
                    actualStartDate,
                    actualShipDate,
                    idealCycleTime,
                    priorityLevel,
                    poNumber,
                    mtoNumber,
                    notes);
        }
    }

    /// The same without the number, which stands in the path.
    record Change(
            @Nullable String clientId,
            String styleModel,
            long plannedQuantity,
            @Nullable LocalDate plannedStartDate,
            @Nullable LocalDate plannedShipDate,
            @Nullable LocalDate requiredDate,
            @Nullable LocalDate actualStartDate,
            @Nullable LocalDate actualShipDate,
            @Nullable BigDecimal idealCycleTime,
            @Nullable Priority priorityLevel,
            @Nullable String poNumber,
            @Nullable String mtoNumber,
            @Nullable String notes,
            @Nullable Integer version) {
        NewWorkOrder asked(String number) {
            return new NewWorkOrder(
                    number,
                    clientId,
                    styleModel,
                    plannedQuantity,
                    plannedStartDate,
                    plannedShipDate,
                    requiredDate,
                    actualStartDate,
                    actualShipDate,
                    idealCycleTime,
                    priorityLevel,
                    poNumber,
                    mtoNumber,
                    notes);
        }
    }

    record Created(String workOrderId, String clientId, WorkOrderStatus status, Instant createdAt, String createdBy) {}

    record StatusBody(WorkOrderStatus status) {}

    record StatusChanged(String workOrderId, WorkOrderStatus status, Instant updatedAt, String updatedBy) {}

    record HoldBody(
            HoldReason reason, String detail, @Nullable String heldAt) {}

    record ResumeBody(@Nullable String resumedAt) {}

    record JobBody(
            @Nullable String jobId,
            String partNumber,
            long quantityOrdered,
            @Nullable Long quantityCompleted,
            @Nullable Long quantityScrapped) {}

    record JobAnswer(
            String jobId,
            String workOrderId,
            String partNumber,
            long quantityOrdered,
            long quantityCompleted,
            long quantityScrapped,
            Instant createdAt) {
        static JobAnswer of(Job job, String workOrderId) {
            return new JobAnswer(
                    job.jobId(),
                    workOrderId,
                    job.partNumber(),
                    job.quantityOrdered(),
                    job.quantityCompleted(),
                    job.quantityScrapped(),
                    job.createdAt());
        }
    }

    record Listed(
            String workOrderId,
            String clientId,
            String styleModel,
            long plannedQuantity,
            @Nullable LocalDate plannedStartDate,
            @Nullable LocalDate plannedShipDate,
            @Nullable LocalDate requiredDate,
            @Nullable LocalDate actualStartDate,
            @Nullable LocalDate actualShipDate,
            @Nullable BigDecimal idealCycleTime,
            Priority priorityLevel,
            @Nullable String poNumber,
            @Nullable String mtoNumber,
            @Nullable String notes,
            WorkOrderStatus status,
            Instant statusSince,
            Instant createdAt,
            String createdBy,
            Instant updatedAt,
            int version) {
        static Listed of(WorkOrder order) {
            return new Listed(
                    order.workOrderId(),
                    order.clientId(),
                    order.styleModel(),
                    order.plannedQuantity(),
                    order.plannedStartDate(),
                    order.plannedShipDate(),
                    order.requiredDate(),
                    order.actualStartDate() == null ? order.firstEntryDate() : order.actualStartDate(),
                    order.actualShipDate(),
                    order.idealCycleTime(),
                    order.priority(),
                    order.poNumber(),
                    order.mtoNumber(),
                    order.notes(),
                    order.status(),
                    order.statusSince(),
                    order.createdAt(),
                    order.createdBy(),
                    order.updatedAt(),
                    order.version());
        }
    }

    record HoldAnswer(
            HoldState status,
            HoldReason reason,
            String detail,
            Instant heldAt,
            String heldBy,
            @Nullable Instant resumedAt,
            @Nullable String resumedBy) {
        static HoldAnswer of(Hold hold) {
            return new HoldAnswer(
                    hold.state(),
                    hold.reason(),
                    hold.detail(),
                    hold.heldAt(),
                    hold.heldBy(),
                    hold.endedAt(),
                    hold.endedBy());
        }
    }

    record StepAnswer(@Nullable WorkOrderStatus from, WorkOrderStatus to, Instant at, String by) {}

    record Whole(
            Listed workOrder,
            long unitsProduced,
            long unitsDefective,
            List<JobAnswer> jobs,
            List<HoldAnswer> holds,
            List<StepAnswer> history) {
        static Whole of(WorkOrderService.Detail detail) {
            var number = detail.order().workOrderId();
            return new Whole(
                    Listed.of(detail.order()),
                    detail.produced(),
                    detail.defective(),
                    detail.jobs().stream().map(job -> JobAnswer.of(job, number)).toList(),
                    detail.holds().stream().map(HoldAnswer::of).toList(),
                    detail.history().stream()
                            .map(step -> new StepAnswer(step.from(), step.to(), step.changedAt(), step.changedBy()))
                            .toList());
        }
    }
}
