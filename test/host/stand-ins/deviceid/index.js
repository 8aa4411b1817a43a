exports.getDeviceId = async () => '';
