package org.aurora.gateway.resolve;

import org.aurora.gateway.access.DeniedResponse;
import org.aurora.gateway.alias.ResponseModel;

/**
 * The operator's choices that names are decided by.
 *
 * @param modelsEnabledByDefault who may use what where no rule speaks: everyone, or the master alone
 * @param deniedResponse what a caller is told about a model that access is denied to
 * @param keepOnlyAliases whether concrete models are left out of lists and look-ups; they stay callable
 * @param responseModel which model name answers carry where the alias called says nothing
 */
public record SnapshotSettings(
        boolean modelsEnabledByDefault,
        DeniedResponse deniedResponse,
        boolean keepOnlyAliases,
        ResponseModel responseModel) {}
